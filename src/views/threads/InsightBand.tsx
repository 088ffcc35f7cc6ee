/** The insight under the picture: what went wrong last, and a way to look at it. */
import { quoteNames, views } from '../../messages/en.ts';
import { useOfSide } from '../../ui/ofSide.ts';
import { InsightBox, InsightRoom } from '../shared/InsightBox.tsx';
import type { ViewInput } from '../view.ts';
import { setSpan } from './model/scale.ts';
import { hasInsight, insightOf } from './model/insight.ts';

const words = views.threads;
/** Wide enough for what led to it, close enough for words. Events. */
const CLOSE_UP = 16;

export function InsightBand({ input }: { readonly input: ViewInput }) {
  const { picture, moment, onMoment } = input;
  const ofSide = useOfSide();
  const insight = insightOf(picture, moment);
  if (insight === null) return hasInsight(picture) ? <InsightRoom /> : null;
  const show = () => {
    setSpan(CLOSE_UP);
    onMoment?.(insight.time);
  };
  const head = words.insight[insight.kind](insight.count, insight.last);
  return (
    <InsightBox tone="bad" head={head} rest={quoteNames(insight.sentence)}>
      {onMoment !== undefined && (
        <button type="button" className="button" aria-label={ofSide(words.showWhere)} onClick={show}>
          {words.showWhere}
        </button>
      )}
    </InsightBox>
  );
}
