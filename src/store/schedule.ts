/** How the programs of a workspace are to be scheduled and searched: what the person has chosen, for both sides. Values. */
import type { LessonSchedule } from '../lesson/schedule.ts';
import type { Decision, Model, Strategy } from '../runtime/schedule.ts';

/** A schedule that somebody recorded, and under which model. */
export interface RecordedSchedule {
  readonly model: Model;
  readonly decisions: readonly Decision[];
}

export type StrategyKind = Strategy['kind'];

/** How schedules are searched: all with at most so many preemptions, or so many drawn by chance. */
export type SearchMethod = 'exhaustive' | 'random';

export interface ScheduleChoice {
  readonly model: Model;
  readonly strategy: StrategyKind;
  readonly seed: number;
  /** a Python expression that must hold at the end; empty for none */
  readonly check: string;
  readonly method: SearchMethod;
  /** preemptions of an exhaustive search */
  readonly bound: number;
  /** schedules of a search by chance */
  readonly draws: number;
  /** what the strategy `replay` follows; null until a schedule is loaded */
  readonly loaded: RecordedSchedule | null;
}

const initial: ScheduleChoice = {
  model: 'cpython314',
  strategy: 'realistic',
  seed: 0,
  check: '',
  method: 'exhaustive',
  bound: 2,
  draws: 500,
  loaded: null,
};

/** The choice that a lesson begins with: its own schedule, if it has one. */
export function choiceOf(lesson: LessonSchedule | undefined): ScheduleChoice {
  return { ...initial, ...lesson, check: lesson?.check ?? '' };
}

/** The lesson's own model, strategy and seed, with these changes; what else the person has chosen stays. */
export function choiceAs(
  choice: ScheduleChoice,
  { model, strategy, seed }: LessonSchedule,
  changes: Partial<Pick<LessonSchedule, 'model' | 'strategy' | 'seed'>>,
): ScheduleChoice {
  return { ...choice, model, strategy, seed, ...changes };
}
