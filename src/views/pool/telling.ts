/** What changes the picture of the pools, event by event: connections opened, taken and given back, and waits. Pure. */
import { changes, labelWords, pool as poolWords } from '../../messages/en.ts';
import { countWhile } from '../../trace/binarySearch.ts';
import type { Lane } from '../../trace/lane.ts';
import type { Picture } from '../../trace/picture.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { changesToldBy, type Role } from '../shared/growingChanges.ts';
import { wherever } from '../shared/wherever.ts';
import { CLOSED, CONNECTIONS, isConnection, OUT, REQUESTS } from './names.ts';

const words = changes.pool;
const where = wherever([]);

/** The pools of a picture, change by change. */
export const poolChanges = changesToldBy({ roleOf, wordsOf });

type Kind = 'pool' | 'connection' | 'request';

interface Of {
  readonly kind: Kind;
  readonly lane: Lane;
}

function laneAt(picture: Picture, event: number): Of | null {
  const lane = picture.lanes[picture.stream.trackAt(event)];
  const parent = lane?.parent === null || lane === undefined ? undefined : picture.lanes[lane.parent];
  if (lane === undefined || parent === undefined) return null;
  const root = picture.laneLabelled(CONNECTIONS);
  if (parent === root) return { kind: 'pool', lane };
  if (parent === picture.laneLabelled(REQUESTS)) return { kind: 'request', lane };
  return parent.parent === root?.id && isConnection(lane.label) ? { kind: 'connection', lane } : null;
}

function roleOf(picture: Picture, event: number): Role {
  const of = laneAt(picture, event);
  if (of === null) return 'none';
  const word = picture.stream.wordAt(event);
  if (word === 'open' || word === 'close') return 'begins';
  // A thread that waits is first told of by its wait.
  if (word === 'track') return of.kind === 'request' ? 'none' : 'begins';
  if (word !== 'state') return 'none';
  return of.kind === 'connection' && stateAt(picture, of.lane, event) === CLOSED ? 'begins' : 'follows';
}

function stateAt(picture: Picture, { stretches }: Lane, event: number): string {
  return stretches.at(picture.stream.indexAt(event))?.state ?? '';
}

function wordsOf(picture: Picture, event: number, whole: Micros): string {
  const of = laneAt(picture, event);
  if (of === null) return '';
  const word = picture.stream.wordAt(event);
  const { label } = of.lane;
  if (word === 'track') {
    return of.kind === 'pool'
      ? words.asked(label, of.lane.stretches.at(0)?.state ?? '')
      : words.opened(capitalized(label));
  }
  if (word === 'state') return words.closed(capitalized(label));
  const span = of.lane.spans.at(picture.stream.indexAt(event));
  if (span === undefined) return '';
  const outcome = endingOf(span.outcome ?? '');
  if (of.kind === 'request') {
    return word === 'open'
      ? words.waits(label, where(span.place))
      : words.waited(label, outcome, (span.end ?? whole) - span.start);
  }
  return word === 'open'
    ? words.taken(takerOf(of.lane, span.start), label, where(span.place))
    : words.back(capitalized(label), outcome);
}

/** The thread that took a connection at this time: it is told right after the connection is out. */
function takerOf({ stretches }: Lane, start: Micros): string {
  const first = countWhile(stretches.length, (index) => stretches.timeAt(index) < start);
  for (let index = first; index < stretches.length; index += 1) {
    const stretch = stretches.at(index);
    if (stretch?.state === OUT) return labelWords(stretch.detail ?? '');
  }
  return '';
}

function endingOf(outcome: string): string {
  const known: Readonly<Record<string, string>> = poolWords.outcomes;
  return known[outcome] ?? outcome;
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
