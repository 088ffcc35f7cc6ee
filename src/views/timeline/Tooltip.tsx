/** The tooltip: what the task under the pointer does at that moment. The table says the same to a screen reader. */
import { labelWords, views } from '../../messages/en.ts';
import { formatDuration } from '../../base/format.ts';
import { TooltipBox } from '../shared/TooltipBox.tsx';
import type { Pointed } from './hit.ts';
import { cancellationOf, outcomeWords } from './outcome.ts';

const words = views.timeline;

interface TooltipProps {
  readonly pointed: Pointed;
  readonly at: { readonly x: number; readonly y: number };
  readonly width: number;
}

export function Tooltip({ pointed, at, width }: TooltipProps) {
  const { lane, on, moment } = pointed;
  return (
    <TooltipBox at={at} width={width}>
      <strong>{lane.label}</strong>
      {on === null ? (
        <span>{restingWords(pointed, moment)}</span>
      ) : (
        <>
          <span className={on.activity === 'held' ? 'view-tooltip-bad' : undefined}>{doing(on)}</span>
          <span className="view-tooltip-more">{words.extent(on.start, on.end)}</span>
          {on.place !== null && (
            <span className="view-tooltip-more">{views.fileLine(on.place.file, on.place.line)}</span>
          )}
        </>
      )}
    </TooltipBox>
  );
}

function doing({ activity, state, detail }: NonNullable<Pointed['on']>): string {
  const about = detail === null ? null : labelWords(detail);
  return activity === 'other' ? words.doing.other(state, about) : words.doing[activity](about);
}

/** Before the task, or after it. */
function restingWords({ lane }: Pointed, moment: number): string {
  const last = lane.spans.last;
  if (last !== undefined && last.end !== null && last.end <= moment) {
    return words.ended(outcomeWords(last.outcome, cancellationOf(lane, moment)), last.end);
  }
  return last === undefined || moment < last.start ? words.before : formatDuration(moment);
}
