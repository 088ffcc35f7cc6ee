/** A lesson about threads in the open workspace of a scripted runtime, and what such a run reports. For tests. */
import { lessons } from '../lesson/catalog.ts';
import type { Lesson } from '../lesson/schema.ts';
import type { RunEnd } from '../runtime/host/runtime.ts';
import type { Question, Scheduled } from '../runtime/schedule.ts';
import type { Workspace } from '../store/workspace.ts';
import { currentWorkspace, useWorkspaces } from '../store/workspaces.ts';
import { createCommands } from '../session/commands.ts';
import { everyEvent } from './scriptedAxis.ts';
import { scriptedRuntime, type Asked } from './scriptedRuntime.ts';

/** A lesson of this build without a schedule. */
export const plainLesson = firstLesson();

/** The same with one. */
export const lesson: Lesson = {
  ...plainLesson,
  id: 'of-threads',
  schedule: { model: 'before310', strategy: 'random', seed: 7, check: 'counter == 30', bound: 1 },
};

function firstLesson(): Lesson {
  const [first] = lessons;
  if (first === undefined) throw new Error('there is no lesson');
  return first;
}

/** Commands over an empty store, with the lesson opened. */
export function setUp() {
  const { runtime, asked } = scriptedRuntime();
  const copied: string[] = [];
  const clipboard = { refuses: false };
  const commands = createCommands(runtime, () => everyEvent, {
    now: () => 0,
    nextFrame: (then) => then(),
    copy: async (text) => {
      if (clipboard.refuses) throw new Error('refused');
      copied.push(text);
    },
    save: () => {},
    tab: 'this',
  });
  useWorkspaces.setState(useWorkspaces.getInitialState());
  commands.open(lesson);
  return { commands, asked, copied, clipboard };
}

/** The workspace that is open. @throws Error where none is. */
export function opened(): Workspace {
  const workspace = currentWorkspace();
  if (workspace === null) throw new Error('no workspace is open');
  return workspace;
}

/** What a run with a schedule reports at its end. */
export function scheduled(change: Partial<Scheduled> = {}): Scheduled {
  const figures = { steps: 23, switches: 4, preemptions: 2, strayed: null };
  return { ...figures, decisions: [[3, 1]], check: null, search: null, fallback: null, ...change };
}

export function end(one: Asked | undefined, change: Partial<RunEnd> = {}): void {
  one?.listener.ended({ ending: { kind: 'finished' }, time: 9, wall: 9, scheduled: scheduled(), ...change });
}

/** A question about the threads 0, 1 and 2. */
export function question(step: number, current: number | null, ...ready: readonly number[]): Question {
  const threads = [0, 1, 2].map((number) => ({
    number,
    name: `T${number}`,
    state: ready.includes(number) ? ('ready' as const) : ('waiting' as const),
    place: { file: 'main.py', line: number + 1 },
    instruction: 'LOAD_GLOBAL counter',
    waits: '',
  }));
  return { step, current, threads };
}
