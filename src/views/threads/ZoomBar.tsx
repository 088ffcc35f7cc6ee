/** The zoom of the axis, for both sides, and what the axis is. */
import { views } from '../../messages/views.ts';
import type { Sight } from './interaction/useViewport.ts';
import { shownVariables } from './model/variables.ts';
import { ZOOM } from './model/viewport.ts';

const words = views.threads;

export function ZoomBar({ sight }: { readonly sight: Sight }) {
  const { order, window, whole, closest } = sight;
  const { more } = shownVariables(order.variables);
  const [first, last] = [
    Math.floor(window.from) + 1,
    Math.min(order.count, Math.ceil(window.from + window.span)),
  ];
  return (
    <div className="threads-axis">
      <fieldset className="threads-zoom" aria-label={words.zoom.group}>
        <ZoomButton label={words.zoom.further} sign="−" off={whole} press={() => sight.zoom(1 / ZOOM)} />
        <ZoomButton label={words.zoom.closer} sign="+" off={closest} press={() => sight.zoom(ZOOM)} />
        <button
          type="button"
          className="button"
          aria-label={words.zoom.wholeLabel}
          title={words.zoom.wholeTitle}
          aria-disabled={whole}
          onClick={sight.showWhole}
        >
          {words.zoom.whole}
        </button>
      </fieldset>
      <span>
        {whole || first > last ? words.axis.whole(order.count) : words.axis.part(first, last, order.count)}
      </span>
      {more > 0 && <span>{words.moreVariables(more)}</span>}
    </div>
  );
}

interface ZoomButtonProps {
  readonly label: string;
  readonly sign: string;
  readonly off: boolean;
  readonly press: () => void;
}

/** Stays in the order of focus when there is nothing more to do, so that the keyboard does not lose its place. */
function ZoomButton({ label, sign, off, press }: ZoomButtonProps) {
  return (
    <button
      type="button"
      className="button square"
      aria-label={label}
      title={label}
      aria-disabled={off}
      onClick={() => {
        if (!off) press();
      }}
    >
      {sign}
    </button>
  );
}
