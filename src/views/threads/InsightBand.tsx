/** The insight under the picture: what went wrong last, and a way to look at it. */
import { quoteNames, views } from '../../messages/en.ts';
import type { ViewInput } from '../view.ts';
import { setSpan } from './model/scale.ts';
import { hasInsight, insightOf } from './model/insight.ts';

const words = views.threads;
/** Wide enough for what led to it, close enough for words. Events. */
const CLOSE_UP = 16;

export function InsightBand({ input }: { readonly input: ViewInput }) {
  const { picture, moment, onMoment } = input;
  const insight = insightOf(picture, moment);
  // Where something goes wrong later, its room is kept: the page does not jump while the playhead moves.
  if (insight === null)
    return hasInsight(picture) ? <div className="threads-insight threads-insight-none" /> : null;
  const show = () => {
    setSpan(CLOSE_UP);
    onMoment?.(insight.time);
  };
  return (
    <div className="threads-insight">
      <p>
        <strong>{words.insight[insight.kind](insight.count, insight.last)}</strong>{' '}
        {quoteNames(insight.sentence)}
      </p>
      {onMoment !== undefined && (
        <button type="button" className="button threads-show" onClick={show}>
          {words.showWhere}
        </button>
      )}
    </div>
  );
}
