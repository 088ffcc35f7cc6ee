/**
 * A visit: where a person is in a lesson, and how its programs are to run. Kept in the session, which a reload finds again
 * and each tab has for itself, and in local storage for the next visit.
 */
import * as v from 'valibot';
import { canBegin } from '../base/entry.ts';
import {
  browserSession,
  readStored,
  writeStored,
  type Kept,
  type LocalStorage,
  type Slot,
} from '../base/storage.ts';
import { SIDES, type SideName } from '../lesson/schema.ts';
import { DecisionsSchema, MODELS, STRIDES } from '../runtime/schedule.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Micros } from '../trace/vocabulary.ts';

const natural = v.pipe(v.number(), v.integer(), v.minValue(0));

const ScheduleChoiceSchema = v.object({
  model: v.picklist(MODELS),
  strategy: v.picklist(['realistic', 'round-robin', 'random', 'pct', 'manual', 'replay']),
  seed: natural,
  check: v.string(),
  method: v.picklist(['exhaustive', 'random']),
  bound: natural,
  draws: natural,
  loaded: v.nullable(v.object({ model: v.picklist(MODELS), decisions: DecisionsSchema })),
});

const VisitSchema = v.object({
  /** counted from 0 */
  step: natural,
  /** the chosen answers: step and answer, each counted from 0 */
  answers: v.array(v.tuple([natural, natural])),
  entry: v.string(),
  active: v.object({ broken: v.string(), fixed: v.string() }),
  schedule: ScheduleChoiceSchema,
  stride: v.picklist(STRIDES),
  /** microseconds of the runs' clock */
  playhead: v.union([v.literal('live'), v.pipe(v.number(), v.minValue(0))]),
});
export type Visit = v.InferOutput<typeof VisitSchema>;

const slotOf = (lesson: string): Slot<Visit> => ({
  name: `visits/${lesson}`,
  version: 1,
  schema: VisitSchema,
});

/** Where the person is now. */
export function visitOf(workspace: Workspace, playhead: Micros | 'live'): Visit {
  const { step, answers, entry, active, schedule, stepping } = workspace;
  const loaded = schedule.loaded && { ...schedule.loaded, decisions: [...schedule.loaded.decisions] };
  return {
    step,
    answers: Object.entries(answers).map(([at, choice]) => [Number(at), choice]),
    entry,
    active: { ...active },
    schedule: { ...schedule, loaded },
    stride: stepping.stride,
    playhead,
  };
}

/** Keeps it for a reload of this tab, and for the next visit. */
export function keepVisit(lesson: string, visit: Visit): Kept {
  // A session that is refused costs a reload of one of two tabs its own place; the other storage has the newest.
  writeStored(slotOf(lesson), visit, browserSession());
  return writeStored(slotOf(lesson), visit);
}

/** What is kept of a lesson: by this tab, or else by the visit before; null where that is nothing that can be read. */
export function readVisit(lesson: string): Visit | null {
  return read(lesson, browserSession()) ?? read(lesson);
}

function read(lesson: string, storage?: LocalStorage | null): Visit | null {
  const there = readStored(slotOf(lesson), storage);
  return there.kind === 'value' ? there.value : null;
}

/** A new workspace as the visit has left it, as far as the lesson still has all that. */
export function resumed(workspace: Workspace, visit: Visit): Workspace {
  const { lesson, files } = workspace;
  const shown = (side: SideName) =>
    Object.hasOwn(files[side], visit.active[side]) ? visit.active[side] : workspace.active[side];
  const known = visit.answers.filter(
    ([step, choice]) => lesson.steps[step]?.question?.answers[choice] !== undefined,
  );
  return {
    ...workspace,
    step: Math.min(visit.step, Math.max(lesson.steps.length - 1, 0)),
    answers: Object.fromEntries(known),
    entry: SIDES.some((side) => canBegin(visit.entry, files[side])) ? visit.entry : workspace.entry,
    active: { broken: shown('broken'), fixed: shown('fixed') },
    schedule: lesson.schedule === undefined ? workspace.schedule : visit.schedule,
    stepping: { ...workspace.stepping, stride: visit.stride },
  };
}
