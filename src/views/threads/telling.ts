/** What changes the picture of the threads, in the order of events: each that has a rank. Pure. */
import { changes } from '../../messages/en.ts';
import { lastBefore, type Changes } from '../../trace/axis.ts';
import type { Picture } from '../../trace/picture.ts';
import { wherever } from '../shared/wherever.ts';
import { sequenceOf } from './model/eventSequence.ts';
import { eventWords } from './model/words.ts';

const where = wherever([]);

/** The threads of a picture, change by change. */
export function threadsChanges(picture: Picture): Changes {
  const sequence = sequenceOf(picture);
  const beganAt = (number: number) => sequence.eventAt(number)?.time ?? Infinity;
  return {
    count: sequence.count,
    beganAt,
    // What is reported until the next event belongs to this one: a flaw, a value, what was printed.
    wholeAt: (number) => lastBefore(picture.stream, beganAt(number + 1)),
    wordsAt: (number) => {
      const event = sequence.eventAt(number);
      if (event === null) return '';
      const thread = sequence.threads[event.thread]?.lane.label ?? null;
      return changes.thread.does(thread, eventWords(event), where(event.place));
    },
  };
}
