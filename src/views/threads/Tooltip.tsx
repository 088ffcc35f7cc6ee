/** The tooltip: the event under the pointer, and what the lane there is doing then. */
import { labelWords, quoteNames, views } from '../../messages/en.ts';
import { TooltipBox } from '../shared/TooltipBox.tsx';
import type { Pointed } from './interaction/hit.ts';
import { queueAt } from './draw/drawLocks.ts';
import type { EventSequence } from './model/eventSequence.ts';
import type { LockRow, RankedEvent, ThreadRow } from './model/rows.ts';
import { valueAt } from './model/variables.ts';
import { eventWords, whatWords } from './model/words.ts';

const words = views.threads.tooltip;

interface TooltipProps {
  readonly pointed: Pointed;
  readonly sequence: EventSequence;
  readonly at: { readonly x: number; readonly y: number };
  readonly width: number;
}

export function Tooltip({ pointed, sequence, at, width }: TooltipProps) {
  const { event, on } = pointed;
  const thread = sequence.threads[event.thread]?.lane.label;
  const here = on?.kind === 'thread' && on.number === event.thread;
  return (
    <TooltipBox at={at} width={width}>
      {on !== null && !here && (
        <>
          <strong>{on.row.lane.label}</strong>
          <span>{stateOf(pointed)}</span>
        </>
      )}
      {here && <strong>{on.row.lane.label}</strong>}
      <span className={event.flaw === null ? undefined : 'view-tooltip-bad'}>
        {here || thread === undefined ? eventWords(event) : `${thread} ${eventWords(event)}`}
      </span>
      {event.overwritten !== null && <span className="view-tooltip-bad">{words.overwritten}</span>}
      <span className="view-tooltip-more">
        {words.nth(event.rank, sequence.count)}
        {event.place !== null && `, ${views.fileLine(event.place.file, event.place.line)}`}
      </span>
    </TooltipBox>
  );
}

/** What a lane that the event is not on is in the middle of. */
function stateOf({ on, event }: Pointed): string {
  if (on === null) return '';
  if (on.kind === 'thread') return threadState(on.row, event);
  if (on.kind === 'lock') return lockState(on.row, event);
  return valueAt(on.row, event.rank)?.text ?? words.unset;
}

function threadState({ segments, lane }: ThreadRow, { rank }: RankedEvent): string {
  const segment = segments.segment(segments.indexAt(rank - 0.5), rank);
  if (segment === null) return words.notYet;
  const detail = lane.stretches.at(segment.stretch)?.detail ?? null;
  switch (segment.state) {
    case 'running':
      return words.running;
    case 'ready':
      return detail === null ? words.ready : words.readyWhy(labelWords(detail));
    case 'waiting':
      return whatWords({ kind: 'waiting', detail });
    case 'over':
      return words.over;
  }
}

function lockState(row: LockRow, { rank }: RankedEvent): string {
  const segment = row.segments.segment(row.segments.indexAt(rank - 0.5), rank);
  const holder = row.lane.stretches.at(segment?.stretch ?? -1)?.detail ?? null;
  const waiting = row.queue.waitingAt(queueAt(row, rank));
  const state =
    segment?.state === 'held' && holder !== null ? words.heldBy(quoteNames(labelWords(holder))) : words.free;
  return waiting === 0 ? state : `${state}, ${views.threads.waiting(waiting)}`;
}
