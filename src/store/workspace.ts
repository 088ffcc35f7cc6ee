/** A workspace: all that a person has before them of one lesson, as a plain value. */
import type { Lesson, Side, SideName } from '../lesson/schema.ts';
import type { Pace } from '../runtime/protocol.ts';
import type { FilesOfSides } from './files.ts';
import type { OpenedLink } from './openedLink.ts';
import { noRuns, stoppedRun, type Runs } from './runs.ts';
import { choiceOf, type ScheduleChoice } from './schedule.ts';
import { leftSearch, noSearches, type Searches } from './searches.ts';
import { closedSteps, noStepping, type Stepping } from './stepping.ts';
import { leftTrials, noTrials, type Trials } from './trials.ts';

/** A wish to see a line: the editor brings it into view, puts the cursor there, and then the wish is forgotten. */
interface Reveal {
  readonly file: string;
  readonly line: number;
}

/** What Undo brings back: a workspace as it was before Reset, or before a variation or a draft was loaded. */
export interface Snapshot extends Pick<Workspace, 'files' | 'entry' | 'schedule' | 'runs'> {
  /** the title of what was loaded then; null after Reset */
  readonly loaded: string | null;
}

export interface Workspace {
  /** a lesson, or a published program of one */
  readonly lesson: Lesson;
  /** where it came from, if from a link: then it is only looked at, and no draft is kept of it */
  readonly link: OpenedLink | null;
  /** as a link asks for; null where the person's own preference holds */
  readonly pace: Pace | null;
  readonly step: number;
  /** the chosen answer by number of the step */
  readonly answers: Readonly<Record<number, number>>;
  readonly files: FilesOfSides;
  /** how both sides begin */
  readonly entry: string;
  /** the file that each side shows */
  readonly active: Readonly<Record<SideName, string>>;
  readonly reveal: Readonly<Record<SideName, Reveal | null>>;
  /** the id of the variation that is offered; null for the first one */
  readonly offered: string | null;
  /** until the next edit */
  readonly undo: Snapshot | null;
  readonly schedule: ScheduleChoice;
  readonly runs: Runs;
  readonly searches: Searches;
  readonly stepping: Stepping;
  readonly trials: Trials;
}

/** A lesson that was not open yet, with the person's drafts over its own files. */
export function newWorkspace(lesson: Lesson, drafts: FilesOfSides): Workspace {
  const { broken, fixed } = lesson.sides;
  return {
    lesson,
    link: null,
    pace: null,
    step: 0,
    answers: {},
    files: {
      broken: { ...broken.files, ...drafts.broken },
      fixed: { ...fixed.files, ...drafts.fixed },
    },
    entry: broken.entry,
    active: { broken: firstTab(broken), fixed: firstTab(fixed) },
    reveal: { broken: null, fixed: null },
    offered: null,
    undo: null,
    schedule: choiceOf(lesson.schedule),
    runs: noRuns,
    searches: noSearches,
    stepping: noStepping,
    trials: noTrials,
  };
}

/** What the lesson points at is shown first. */
function firstTab({ highlight, entry }: Side): string {
  return highlight[0]?.file ?? entry;
}

/** A workspace as it waits while another one is open: nothing runs there, and Undo is forgotten. */
export function left(workspace: Workspace): Workspace {
  const { runs, searches, stepping, trials } = workspace;
  return {
    ...workspace,
    reveal: { broken: null, fixed: null },
    // Undo belongs to what was done a moment ago.
    undo: null,
    runs: { broken: stoppedRun(runs.broken), fixed: stoppedRun(runs.fixed) },
    searches: { broken: leftSearch(searches.broken), fixed: leftSearch(searches.fixed) },
    stepping: { ...stepping, broken: closedSteps(stepping.broken), fixed: closedSteps(stepping.fixed) },
    trials: leftTrials(trials),
  };
}
