/** What changes the picture of the modules, in the order of events: imports, bodies that begin and end, removals. Pure. */
import { changes } from '../../messages/en.ts';
import { lastBefore, type Changes } from '../../trace/axis.ts';
import { itemsUntil } from '../../trace/binarySearch.ts';
import type { Picture } from '../../trace/picture.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { wherever } from '../shared/wherever.ts';
import { sequenceOf } from './eventSequence.ts';
import type { EventSequence } from './rows.ts';

const words = changes.module;

/** The modules of a picture, change by change: the events that the picture counts, as far as it draws them. */
export function modulesChanges(picture: Picture): Changes {
  const sequence = sequenceOf(picture);
  const { times } = sequence;
  const beganAt = (number: number) => times[number - 1] ?? Infinity;
  return {
    count: times.length,
    beganAt,
    // What is reported until the next event belongs to this one: a back edge to its import, a state to its body.
    wholeAt: (number) => lastBefore(picture.stream, beganAt(number + 1)),
    wordsAt: (number) => wordsAt(sequence, beganAt(number)),
  };
}

function wordsAt(sequence: EventSequence, time: Micros): string {
  const { imports, lanes } = sequence;
  const edge = imports[itemsUntil(imports, time) - 1];
  if (edge?.time === time) {
    const [from, to] = [lanes[edge.from]?.name ?? '', lanes[edge.to]?.name ?? ''];
    const where = wherever(imports.map(({ place }) => place))(edge.place);
    return edge.back === null ? words.asks(from, to, where) : words.asksBack(from, to, where);
  }
  for (const { name, bodies, removed } of lanes) {
    if (bodies.some(({ start }) => start === time)) return words.begins(name);
    const ended = bodies.find(({ end }) => end === time);
    if (ended !== undefined) return ended.failed ? words.failed(name) : words.ready(name);
    if (removed.includes(time)) return words.removed(name);
  }
  return '';
}
