/** Axes for tests that have no pictures: every event but a declaration is a change. */
import type { Axis, Changes } from '../trace/axis.ts';
import type { Picture } from '../trace/picture.ts';

/** Stops at every event, by the runs' clock. */
export const everyEvent: Axis = { kind: 'clock', changesOf };

/** Goes from event to event, whatever their times. */
export const eventByEvent: Axis = { kind: 'order', changesOf };

function changesOf({ stream }: Picture): Changes {
  const events = Array.from({ length: stream.count }, (_, event) => event).filter(
    (event) => stream.wordAt(event) !== 'track',
  );
  const timeAt = (number: number) => stream.timeAt(events[number - 1] ?? 0);
  return {
    count: events.length,
    beganAt: timeAt,
    wholeAt: timeAt,
    wordsAt: (number) => `Event ${number}.`,
  };
}
