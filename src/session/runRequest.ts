/** What is asked of the runtime, whoever asks: a run, a search, a trial of an entry, a measurement. Pure. */
import type { Lesson } from '../lesson/schema.ts';
import { DEFAULT_LIMITS, type Pace, type Program, type RunRequest } from '../runtime/protocol.ts';
import type { Schedule, SearchPlan } from '../runtime/schedule.ts';

interface How {
  readonly pace: Pace;
  /** the lesson's, where none are given */
  readonly probes?: readonly string[];
  /** null where the lesson has none, and where threads shall take turns only when they wait */
  readonly schedule?: Schedule | null;
  readonly search?: SearchPlan | null;
}

/** The request of a program, as a lesson watches it and with the packages that the lesson names. */
export function runRequest(
  { probes: own, packages }: Pick<Lesson, 'probes' | 'packages'>,
  program: Program,
  { pace, probes = own, schedule = null, search = null }: How,
): RunRequest {
  return {
    program: { ...program, files: { ...program.files } },
    probes: [...probes],
    packages: [...packages],
    pace,
    limits: DEFAULT_LIMITS,
    schedule,
    search,
  };
}
