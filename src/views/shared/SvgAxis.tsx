/** The axis of a picture that is SVG: gridlines with their labels, and the playhead. */
import { changes } from '../../messages/en.ts';
import type { TimeAxis, TimeTick } from './timeAxis.ts';
import './svgAxis.css';

/** Width of a character of a label, about. CSS pixels. */
export const CHARACTER = 6.1;

interface UprightProps {
  readonly top: number;
  readonly bottom: number;
}

/** A line at each tick. */
export function Gridlines({ ticks, top, bottom }: UprightProps & { readonly ticks: readonly TimeTick[] }) {
  return ticks.map(({ x, label }) => (
    <line key={label} className="view-gridline" x1={x} x2={x} y1={top} y2={bottom} />
  ));
}

interface LabelsProps {
  readonly axis: Pick<TimeAxis, 'from' | 'ticks'>;
  /** the left edge of what stands before the axis */
  readonly x: number;
  /** the line of text */
  readonly y: number;
}

/**
 * The labels of the ticks; and before the axis how much time is left out, where it does not begin at 0. A tick for whose
 * label that leaves no room goes without.
 */
export function AxisLabels({ axis: { from, ticks }, x: lead, y }: LabelsProps) {
  const text = from === 0 ? '' : changes.leadShort(from);
  const left = text === '' ? Number.NEGATIVE_INFINITY : lead + text.length * CHARACTER;
  return (
    <>
      {text !== '' && (
        <text className="view-label" x={lead} y={y}>
          {text}
        </text>
      )}
      {ticks
        .filter(({ x, label }) => x - (label.length * CHARACTER) / 2 >= left)
        .map(({ x, label }) => (
          <text key={label} className="view-label" x={x} y={y} textAnchor="middle">
            {label}
          </text>
        ))}
    </>
  );
}

/** A line at the moment that is looked at. */
export function Playhead({
  x,
  top,
  bottom,
  width,
}: UprightProps & { readonly x: number; readonly width: number }) {
  return <line className="view-playhead" x1={x} x2={x} y1={top} y2={bottom} strokeWidth={width} />;
}
