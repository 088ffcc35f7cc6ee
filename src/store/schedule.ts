/** How the programs on the desk are to be scheduled and searched: what the person has chosen, for both sides. */
import { create } from 'zustand';
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

interface ScheduleChoice {
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

export const useSchedule = create<ScheduleChoice>()(() => initial);

/** Takes the lesson's own schedule, if it has one. */
export function openSchedule(lesson: LessonSchedule | undefined): void {
  useSchedule.setState({ ...initial, ...lesson, check: lesson?.check ?? '' });
}

/** The lesson's own model, strategy and seed, with these changes; what else the person has chosen stays. */
export function scheduleAs(
  { model, strategy, seed }: LessonSchedule,
  changes: Partial<Pick<LessonSchedule, 'model' | 'strategy' | 'seed'>>,
): void {
  useSchedule.setState({ model, strategy, seed, ...changes });
}

/** Changes some of it. */
export function chooseSchedule(change: Partial<ScheduleChoice>): void {
  useSchedule.setState(change);
}

/** Chooses to replay a recorded schedule, under its model. */
export function loadSchedule(loaded: RecordedSchedule): void {
  useSchedule.setState({ strategy: 'replay', model: loaded.model, loaded });
}
