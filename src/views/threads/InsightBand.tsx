/** The tale under the picture: what went wrong last, and a way to look at it. */
import { views } from '../../messages/views.ts';
import { quoteNames } from '../../messages/wording.ts';
import type { ViewInput } from '../view.ts';
import { setSpan } from './model/scale.ts';
import { hasTale, taleOf } from './model/insight.ts';

const words = views.threads;
/** Wide enough for what led to it, close enough for words. Events. */
const CLOSE_UP = 16;

export function TaleBand({ input }: { readonly input: ViewInput }) {
  const { picture, moment, onMoment } = input;
  const tale = taleOf(picture, moment);
  // Where something goes wrong later, its room is kept: the page does not jump while the playhead moves.
  if (tale === null) return hasTale(picture) ? <div className="threads-tale threads-tale-none" /> : null;
  const show = () => {
    setSpan(CLOSE_UP);
    onMoment?.(tale.time);
  };
  return (
    <div className="threads-tale">
      <p>
        <strong>{words.tale[tale.kind](tale.count, tale.last)}</strong> {quoteNames(tale.sentence)}
      </p>
      {onMoment !== undefined && (
        <button type="button" className="button threads-show" onClick={show}>
          {words.showWhere}
        </button>
      )}
    </div>
  );
}
