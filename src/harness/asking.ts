/** What the harness asks of the runtime for a lesson. Pure. */
import type { Lesson, SideName } from '../lesson/schema.ts';
import type { Pace, RunRequest } from '../runtime/protocol.ts';
import type { Schedule } from '../runtime/schedule.ts';
import { runRequest } from '../session/runRequest.ts';
import { scheduleOfLesson } from '../session/scheduling.ts';

/** Whose clock a lesson without a schedule is measured on. */
export type Clock = 'as shipped' | 'steady';
const STEADY: Schedule = { model: 'cpython314', strategy: { kind: 'realistic' }, check: null };

/** A side of a lesson as the page asks for it when its reader has changed nothing. */
export function requestOf(lesson: Lesson, sideName: SideName, clock: Clock, pace: Pace = 'fast'): RunRequest {
  const { files, entry } = lesson.sides[sideName];
  const unscheduled = clock === 'steady' ? STEADY : null;
  const schedule = lesson.schedule === undefined ? unscheduled : scheduleOfLesson(lesson.schedule);
  return runRequest(lesson, { files, entry }, { pace, schedule });
}
