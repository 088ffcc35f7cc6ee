/** The insight under the picture: the last back edge in a sentence, and the half-filled module with what it lacks. */
import { modules as words } from '../../messages/modules.ts';
import { quoteNames } from '../../messages/wording.ts';
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
  const told = backEdgesUntil(sequence, moment);
  const last = told.findLast(({ back }) => back.bad) ?? told.at(-1);
  // Where something goes wrong later, its room is kept: the page does not jump while the playhead moves.
  if (last === undefined) {
    return sequence.asks.some(({ back }) => back !== null) ? (
      <div className="modules-insight modules-insight-none" />
    ) : null;
  }
  const { back } = last;
  return (
    <div className={back.bad ? 'modules-insight' : 'modules-insight modules-insight-spared'}>
      <p>
        <strong>{words.insight.count(countBackEdges(picture, moment))}</strong> {quoteNames(back.sentence)}
      </p>
      <div>
        <ul className="modules-names" aria-label={words.insight.names(sequence.lanes[last.to]?.name ?? '')}>
          <li className="modules-of">{words.insight.names(sequence.lanes[last.to]?.name ?? '')}:</li>
          {back.names.length === 0 && <li className="modules-none">{words.insight.none}</li>}
          {back.names.map((name) => (
            <li key={name}>{name}</li>
          ))}
          {back.missing !== null && (
            <li className="modules-missing">{words.insight.missing(back.missing)}</li>
          )}
        </ul>
        {onMoment !== undefined && (
          <button type="button" className="button modules-show" onClick={() => onMoment(back.time)}>
            {words.insight.showWhere}
          </button>
        )}
      </div>
    </div>
  );
}
