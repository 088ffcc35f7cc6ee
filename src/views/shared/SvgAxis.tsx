/** The axis of a picture that is SVG: gridlines with their labels, and the playhead. */
import { changes } from '../../messages/en.ts';
import type { Micros } from '../../trace/vocabulary.ts';
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

/** How much time is left out before an axis begins, in the gutter left of it; nothing where it begins at 0. */
export function LeadLabel({
  start,
  x,
  y,
}: {
  readonly start: Micros;
  readonly x: number;
  readonly y: number;
}) {
  return start === 0 ? null : (
    <text className="view-label" x={x} y={y}>
      {changes.leadShort(start)}
    </text>
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
