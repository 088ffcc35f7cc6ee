/** The zoom of the axis, for both sides, and what the axis is. */
import { views } from '../../messages/en.ts';
import { useOfSide } from '../../ui/ofSide.ts';
import type { Viewport } from './interaction/useViewport.ts';
import { shownVariables } from './model/variables.ts';
import { ZOOM } from './model/visibleRange.ts';

const words = views.threads;

export function ZoomBar({ viewport }: { readonly viewport: Viewport }) {
  const { sequence, range, whole, closest } = viewport;
  const ofSide = useOfSide();
  const { more } = shownVariables(sequence.variables);
  const [first, last] = [
    Math.floor(range.from) + 1,
    Math.min(sequence.count, Math.ceil(range.from + range.span)),
  ];
  return (
    <div className="threads-axis">
      <fieldset className="threads-zoom" aria-label={ofSide(words.zoom.group)}>
        <ZoomButton label={words.zoom.further} sign="−" off={whole} press={() => viewport.zoom(1 / ZOOM)} />
        <ZoomButton label={words.zoom.closer} sign="+" off={closest} press={() => viewport.zoom(ZOOM)} />
        <button
          type="button"
          className="button"
          aria-label={ofSide(words.zoom.wholeLabel)}
          title={words.zoom.wholeTitle}
          aria-disabled={whole}
          onClick={viewport.showWhole}
        >
          {words.zoom.whole}
        </button>
      </fieldset>
      <span>
        {whole || first > last
          ? words.axis.whole(sequence.count)
          : words.axis.part(first, last, sequence.count)}
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

/** Stays in the sequence of focus when there is nothing more to do, so that the keyboard does not lose its place. */
function ZoomButton({ label, sign, off, press }: ZoomButtonProps) {
  const ofSide = useOfSide();
  return (
    <button
      type="button"
      className="button square"
      aria-label={ofSide(label)}
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
