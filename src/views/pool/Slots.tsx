/** The places of each pool as cards, and the queue of those who wait. */
import { formatDuration } from '../../base/format.ts';
import { pool as words } from '../../messages/en.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { lengthBy } from './figures.ts';
import { splitThread } from '../shared/splitThread.ts';
import { cutMiddle } from './names.ts';
import type { PoolAt, Slot } from './slots.ts';
import type { Interval } from './interval.ts';

/** Waiting threads that are named; the others are counted. */
const NAMED = 3;
/** Places that have room one below the other. */
const FEW = 4;
/** Characters of a thread's name that have room. */
const LONGEST_NAME = 14;

interface Props {
  readonly pools: readonly PoolAt[];
  readonly waiting: readonly Interval[];
  readonly longestWait: Micros;
  readonly moment: Micros;
  readonly where: (place: Place | null) => string;
}

export function Slots({ pools, waiting, longestWait, moment, where }: Props) {
  // So many stand one below the other beside the rows, where the picture is low.
  const few = pools.length < 2 && (pools[0]?.slots.length ?? 0) <= FEW;
  return (
    <div className={few ? 'pool-slots pool-few' : 'pool-slots'}>
      {pools.map((pool, index) => (
        <div key={index} className="pool-places">
          {pools.length > 1 && <strong className="pool-place-of">{pool.name}</strong>}
          {pool.slots.map((slot, place) => (
            <Card key={place} slot={slot} moment={moment} where={where} />
          ))}
          {pool.hidden > 0 && (
            <span className="pool-hidden">{words.slot.more(pool.hidden, pool.hiddenOpen)}</span>
          )}
        </div>
      ))}
      <p className="pool-queue" data-empty={waiting.length === 0}>
        <span>{words.queue.label(waiting.length, longestWait)}</span>
        {waiting.slice(0, NAMED).map((interval) => (
          <span key={`${interval.thread} ${interval.start}`} className="pool-waiter">
            {words.queue.one(
              cutMiddle(splitThread(interval.thread).name, LONGEST_NAME),
              lengthBy(interval, moment),
            )}
          </span>
        ))}
        {waiting.length > NAMED && <span>{words.queue.more(waiting.length - NAMED)}</span>}
      </p>
    </div>
  );
}

function Card({ slot, moment, where }: Pick<Props, 'moment' | 'where'> & { readonly slot: Slot }) {
  const { connection, holder, overflow } = slot;
  const state = connection === null ? 'absent' : holder === null ? 'idle' : 'out';
  return (
    <div className="pool-slot" data-state={state} data-overflow={overflow}>
      <p>
        <strong>{connection ?? words.slot.absent}</strong>
        {holder !== null && <span>{formatDuration(Math.max(0, moment - holder.since))}</span>}
      </p>
      <p title={holder?.by}>
        <span>
          {holder !== null
            ? words.slot.held(cutMiddle(splitThread(holder.thread).name, LONGEST_NAME), where(holder.place))
            : connection !== null && words.slot.idle}
        </span>
        {overflow && <small>{words.slot.overflow}</small>}
      </p>
    </div>
  );
}
