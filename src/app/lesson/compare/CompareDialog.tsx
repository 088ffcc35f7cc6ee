/** The comparison: two programs, file by file, and the way from difference to difference. */
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { diffLines } from '../../../base/lineDiff.ts';
import { Difference } from '../../../editor/Difference.tsx';
import type { DifferenceHandle } from '../../../editor/differenceProps.ts';
import type { SideName } from '../../../lesson/schema.ts';
import { messages } from '../../../messages/en.ts';
import { sideName } from '../../../session/sideName.ts';
import {
  comparedFiles,
  comparisonsOf,
  nameOfComparison,
  type ComparedFile,
  type Comparison,
} from '../../../store/comparison.ts';
import { usePanels } from '../../../store/panels.ts';
import { useWorkspaceIfOpen } from '../../../store/workspaces.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { Tabs, tabId } from '../../../ui/Tabs.tsx';
import { useCommands } from '../../shell/context.ts';
import { useDark, useEditorKind, useNarrow } from '../../shell/media.ts';
import './compare.css';

const words = messages.compare;

export function CompareDialog() {
  const comparison = usePanels((panels) => panels.comparison);
  const { showComparison } = useCommands();
  return (
    <Dialog
      title={words.title}
      closeLabel={words.close}
      size="large"
      open={comparison !== null}
      onClose={() => showComparison(null)}
    >
      {comparison !== null && <Compared comparison={comparison} />}
    </Dialog>
  );
}

function Compared({ comparison }: { readonly comparison: Comparison }) {
  const { ownFiles, showComparison } = useCommands();
  const linked = useWorkspaceIfOpen((workspace) => workspace.link !== null) === true;
  const lesson = useWorkspaceIfOpen((workspace) => workspace.lesson);
  const files = useWorkspaceIfOpen((workspace) => workspace.files);
  if (lesson === null || files === null) return null;
  const name = (side: SideName) => sideName(lesson, side);
  const mine = linked ? ownFiles(lesson) : null;
  const choices = comparisonsOf({ lesson, files, mine });
  const compared = comparedFiles({ lesson, files, mine }, comparison);
  return (
    <div className="compare">
      {choices.length > 1 && (
        <SegmentedControl
          label={words.what}
          value={nameOfComparison(comparison)}
          options={choices.map((choice) => ({
            value: nameOfComparison(choice),
            label: titleOf(choice, linked, name),
          }))}
          onChoose={(chosen) =>
            showComparison(choices.find((choice) => nameOfComparison(choice) === chosen) ?? comparison)
          }
        />
      )}
      {/* Another comparison begins at its first file that differs. */}
      <ComparedFiles
        key={nameOfComparison(comparison)}
        files={compared}
        labels={labelsOf(comparison, linked, name)}
      />
    </div>
  );
}

interface Labels {
  readonly left: string;
  readonly right: string;
}

function ComparedFiles({ files, labels }: { files: readonly ComparedFile[]; labels: Labels }) {
  const panel = useId();
  const shown = useRef<DifferenceHandle>(null);
  const [chosen, choose] = useState<string | null>(null);
  const differing = files.filter(({ difference }) => difference !== 'none');
  const file = files.find(({ path }) => path === chosen) ?? differing[0] ?? files[0];
  const kind = useEditorKind();
  const dark = useDark();
  const narrow = useNarrow();
  if (file === undefined || differing.length === 0) return <p>{words.same}</p>;
  const go = (direction: 'next' | 'previous') => shown.current?.go(direction);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'F7') return;
    event.preventDefault();
    go(event.shiftKey ? 'previous' : 'next');
  };
  return (
    <div className="compare-files" onKeyDownCapture={onKey}>
      <div className="compare-bar">
        {files.length > 1 && (
          <Tabs
            label={words.files}
            tabs={files.map(({ path }) => path)}
            active={file.path}
            panel={panel}
            onChoose={choose}
          />
        )}
        <output className="compare-summary">{summaryOf(file, labels)}</output>
        <span className="compare-keys">{words.keys}</span>
        <div className="compare-steps">
          <button type="button" className="button" onClick={() => go('previous')}>
            <Icon name="back" />
            {narrow ? words.previousShort : words.previous}
          </button>
          <button type="button" className="button" onClick={() => go('next')}>
            <Icon name="next" />
            {narrow ? words.nextShort : words.next}
          </button>
        </div>
      </div>
      <div
        className="compare-panel"
        id={panel}
        role={files.length > 1 ? 'tabpanel' : 'group'}
        {...(files.length > 1 ? { 'aria-labelledby': tabId(panel, file.path) } : { 'aria-label': file.path })}
      >
        {/* To screen readers each text says whose it is. */}
        <p className="compare-names" data-inline={narrow || kind === 'plain'} aria-hidden="true">
          <span>{labels.left}</span>
          <span>{labels.right}</span>
        </p>
        <Difference
          key={file.path}
          kind={kind}
          left={{ label: labels.left, text: file.left }}
          right={{ label: labels.right, text: file.right }}
          dark={dark}
          inline={narrow}
          ref={shown}
        />
      </div>
    </div>
  );
}

function summaryOf({ left, right, difference }: ComparedFile, labels: Labels): string {
  if (difference === 'none') return words.sameFile;
  if (difference === 'only left') return words.onlyIn(labels.left);
  if (difference === 'only right') return words.onlyIn(labels.right);
  const lines = diffLines(left, right);
  const count = (side: 'left' | 'right') => lines.filter((line) => line.in === side).length;
  return words.summary(count('left'), count('right'), labels.left, labels.right);
}

/** `linked`: what stands on the sides is from a link. */
function titleOf(comparison: Comparison, linked: boolean, name: (side: SideName) => string): string {
  switch (comparison.kind) {
    case 'sides':
      return words.sides(name('broken'), name('fixed'));
    case 'lesson':
      return linked ? words.lessonAndLink(name(comparison.side)) : words.lesson(name(comparison.side));
    case 'link':
      return words.mineAndLink(name(comparison.side));
  }
}

function labelsOf(comparison: Comparison, linked: boolean, name: (side: SideName) => string): Labels {
  if (comparison.kind === 'sides') return { left: name('broken'), right: name('fixed') };
  const side = name(comparison.side);
  return {
    left: comparison.kind === 'lesson' ? words.own(side) : words.yours(side),
    right: linked ? words.linked(side) : words.yours(side),
  };
}
