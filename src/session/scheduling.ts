/** What is asked of the runtime: the schedule and the search that the person, or a lesson, has chosen. Pure. */
import * as v from 'valibot';
import type { LessonSchedule } from '../lesson/schedule.ts';
import { MOST_SCHEDULES } from '../lesson/schedule.ts';
import { StrategySchema } from '../runtime/schedule.ts';
import type { Model, Schedule, SearchPlan, Strategy } from '../runtime/schedule.ts';
import type { ScheduleChoice } from '../store/schedule.ts';
import type { Answered } from '../store/stepping.ts';

/**
 * What stands in for the choice of the person in one run: its strategy, the model that its decisions belong to, and the
 * choices by hand that it repeats.
 */
export interface RunOverrides {
  readonly strategy: Strategy;
  readonly model?: Model | undefined;
  readonly made: readonly Answered[];
}

/** The schedule of a run as chosen, or with these overrides. */
export function scheduleOf(
  choice: ScheduleChoice,
  { strategy = strategyOf(choice), model = choice.model }: Partial<RunOverrides> = {},
): Schedule {
  const check = choice.check.trim();
  return { model, strategy, check: check === '' ? null : check };
}

function strategyOf({ strategy, seed, loaded }: ScheduleChoice): Strategy {
  if (strategy === 'replay') return { kind: 'replay', decisions: [...(loaded?.decisions ?? [])] };
  // The schema fills in what the page leaves to the runtime: how often, how likely, how deep.
  return v.parse(StrategySchema, { kind: strategy, seed });
}

/** The schedule of a lesson as its author chose it: what its measures are checked under. */
export function scheduleOfLesson({ model, strategy, seed, check }: LessonSchedule): Schedule {
  return { model, strategy: v.parse(StrategySchema, { kind: strategy, seed }), check: check ?? null };
}

/** The search that the person has chosen. */
export function planOf({ method, bound, draws, seed }: ScheduleChoice): SearchPlan {
  return method === 'exhaustive'
    ? { method, bound, schedules: MOST_SCHEDULES }
    : { method, schedules: draws, seed };
}
