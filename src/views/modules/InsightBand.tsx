/** The insight under the picture: the last back edge in a sentence, and the half-filled module with what it lacks. */
import { modules as words, quoteNames } from '../../messages/en.ts';
import { useOfSide } from '../../ui/ofSide.ts';
import { InsightBox, InsightRoom } from '../shared/InsightBox.tsx';
import type { ViewInput } from '../view.ts';
import { backEdgesUntil, countBackEdges } from './eventSequence.ts';
import type { EventSequence } from './rows.ts';

export function InsightBand({
  input,
  sequence,
}: {
  readonly input: ViewInput;
  readonly sequence: EventSequence;
}) {
  const { picture, moment, onMoment } = input;
  const ofSide = useOfSide();
  const backEdges = backEdgesUntil(sequence, moment);
  const last = backEdges.findLast(({ back }) => back.bad) ?? backEdges.at(-1);
  if (last === undefined) return sequence.imports.some(({ back }) => back !== null) ? <InsightRoom /> : null;
  const { back } = last;
  const of = words.insight.names(sequence.lanes[last.to]?.name ?? '');
  return (
    <InsightBox
      tone={back.bad ? 'bad' : 'note'}
      head={words.insight.count(countBackEdges(picture, moment))}
      rest={quoteNames(back.sentence)}
    >
      <div className="modules-filled">
        <ul className="modules-names" aria-label={of}>
          <li className="modules-of">{of}:</li>
          {back.names.length === 0 && <li className="modules-none">{words.insight.none}</li>}
          {back.names.map((name) => (
            <li key={name}>{name}</li>
          ))}
          {back.missing !== null && (
            <li className="modules-missing">{words.insight.missing(back.missing)}</li>
          )}
        </ul>
        {onMoment !== undefined && (
          <button
            type="button"
            className="button"
            aria-label={ofSide(words.insight.showWhere)}
            onClick={() => onMoment(back.time)}
          >
            {words.insight.showWhere}
          </button>
        )}
      </div>
    </InsightBox>
  );
}
