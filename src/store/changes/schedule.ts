/** Chooses how the programs of the open workspace are scheduled and searched. */
import { choiceAs, type RecordedSchedule, type ScheduleChoice } from '../schedule.ts';
import { change } from '../workspaces.ts';

/** Changes some of it. */
export function chooseSchedule(some: Partial<ScheduleChoice>): void {
  change(({ schedule }) => ({ schedule: { ...schedule, ...some } }));
}

/** The lesson's own schedule, with these changes; nothing for a lesson without one. */
export function scheduleAs(changes: Parameters<typeof choiceAs>[2]): void {
  change(({ lesson, schedule }) =>
    lesson.schedule === undefined ? {} : { schedule: choiceAs(schedule, lesson.schedule, changes) },
  );
}

/** Chooses to replay a recorded schedule, under its model. */
export function loadSchedule(loaded: RecordedSchedule): void {
  chooseSchedule({ strategy: 'replay', model: loaded.model, loaded });
}
