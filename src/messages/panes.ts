/** The words of the panes of a lesson: dividers, folding, tabs of what a run reports, marks on file tabs. */
import { formatCount } from '../base/format.ts';

export const panes = {
  ofSide: (words: string, side: string) => `${words}, ${side.toLowerCase()}`,
  foldGuide: 'Fold the guide away',
  showGuide: 'Show the guide',
  guide: 'Guide',
  dividers: {
    guide: 'Width of the guide',
    code: (side: string) => `Size of code and picture, ${side.toLowerCase()}`,
    report: (side: string) => `Height of the output, ${side.toLowerCase()}`,
    title: 'Drag, or use the arrow keys. Double-click or Enter brings the usual size back.',
  },
  setup: {
    button: (chosen: string) => `Set up the runs: ${chosen}`,
    schedule: (model: string, strategy: string, check: string) =>
      [model, strategy, ...(check.trim() === '' ? [] : [check])].join(' · '),
    variations: 'Variations',
  },
  report: {
    label: (side: string) => `What the run reports, ${side.toLowerCase()}`,
    output: 'Output',
    endings: { error: 'Error', ended: 'How it ended', check: 'Check failed', fault: 'Notes', note: 'Notes' },
    search: 'Search',
    steps: 'Step by hand',
    table: 'Table',
    log: 'SQL log',
    counted: (name: string, count: number) => (count === 0 ? name : `${name} ${formatCount(count)}`),
  },
  files: {
    pointedAt: 'the lesson points at lines here',
    edited: 'edited',
    failed: 'it failed here',
    now: 'the playhead is here',
  },
};
