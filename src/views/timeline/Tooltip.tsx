/** The tooltip: what the task under the pointer does at that moment. The table says the same to a screen reader. */
import { formatDuration } from '../../base/format.ts';
import { views } from '../../messages/views.ts';
import { outcomeWords } from './describe.ts';
import type { Pointed } from './hit.ts';

const words = views.timeline;
/** About how wide it gets; decides on which side of the pointer it stands. CSS pixels. */
const WIDTH = 230;
/** And how high; decides whether it stands above or below. */
const HEIGHT = 96;

interface TooltipProps {
  readonly pointed: Pointed;
  readonly at: { readonly x: number; readonly y: number };
  readonly width: number;
}

export function Tooltip({ pointed, at, width }: TooltipProps) {
  const { lane, on, moment } = pointed;
  const left = Math.max(4, at.x + 14 + WIDTH > width ? at.x - WIDTH - 10 : at.x + 14);
  return (
    <div
      className={at.y < HEIGHT ? 'timeline-tooltip' : 'timeline-tooltip timeline-tooltip-above'}
      aria-hidden="true"
      style={{ left, top: at.y, maxWidth: WIDTH }}
    >
      <strong>{lane.label}</strong>
      {on === null ? (
        <span>{restingWords(pointed, moment)}</span>
      ) : (
        <>
          <span className={on.activity === 'held' ? 'timeline-tooltip-bad' : undefined}>{doing(on)}</span>
          <span className="timeline-tooltip-more">{words.extent(on.start, on.end)}</span>
          {on.place !== null && (
            <span className="timeline-tooltip-more">{words.fileLine(on.place.file, on.place.line)}</span>
          )}
        </>
      )}
    </div>
  );
}

function doing({ activity, state, detail }: NonNullable<Pointed['on']>): string {
  if (activity === 'other') return words.doing.other(state, detail);
  return words.doing[activity](detail);
}

/** Before the task, or after it. */
function restingWords({ lane }: Pointed, moment: number): string {
  const last = lane.spans.at(-1);
  if (last !== undefined && last.end !== null && last.end <= moment) {
    return words.ended(outcomeWords(last.outcome), last.end);
  }
  return last === undefined || moment < last.start ? words.before : formatDuration(moment);
}
