/** The axis of a picture that is SVG: gridlines with their labels, and the playhead. */
import type { TimeTick } from './timeAxis.ts';
import './svgAxis.css';

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

/** The labels of the ticks, on a line of text at `y`. */
export function TickLabels({ ticks, y }: { readonly ticks: readonly TimeTick[]; readonly y: number }) {
  return ticks.map(({ x, label }) => (
    <text key={label} className="view-label" x={x} y={y} textAnchor="middle">
      {label}
    </text>
  ));
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
