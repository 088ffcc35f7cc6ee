/** The tale under the picture: the last back edge in a sentence, and the half-filled module with what it lacks. */
import { modules as words } from '../../messages/modules.ts';
import { quoteNames } from '../../messages/wording.ts';
import type { ViewInput } from '../view.ts';
import { backEdgesUntil, countBackEdges, type Story } from './eventSequence.ts';

export function TaleBand({ input, story }: { readonly input: ViewInput; readonly story: Story }) {
  const { picture, moment, onMoment } = input;
  const told = backEdgesUntil(story, moment);
  const last = told.findLast(({ back }) => back.bad) ?? told.at(-1);
  // Where something goes wrong later, its room is kept: the page does not jump while the playhead moves.
  if (last === undefined) {
    return story.asks.some(({ back }) => back !== null) ? (
      <div className="modules-tale modules-tale-none" />
    ) : null;
  }
  const { back } = last;
  return (
    <div className={back.bad ? 'modules-tale' : 'modules-tale modules-tale-spared'}>
      <p>
        <strong>{words.tale.count(countBackEdges(picture, moment))}</strong> {quoteNames(back.sentence)}
      </p>
      <div>
        <ul className="modules-names" aria-label={words.tale.names(story.lanes[last.to]?.name ?? '')}>
          <li className="modules-of">{words.tale.names(story.lanes[last.to]?.name ?? '')}:</li>
          {back.names.length === 0 && <li className="modules-none">{words.tale.none}</li>}
          {back.names.map((name) => (
            <li key={name}>{name}</li>
          ))}
          {back.missing !== null && <li className="modules-missing">{words.tale.missing(back.missing)}</li>}
        </ul>
        {onMoment !== undefined && (
          <button type="button" className="button modules-show" onClick={() => onMoment(back.time)}>
            {words.tale.showWhere}
          </button>
        )}
      </div>
    </div>
  );
}
