/** The box of a tooltip beside the pointer, kept within its figure. What it says, a screen reader finds in the table. */
import type { ReactNode } from 'react';
import './tooltip.css';

/** About how wide it gets; decides on which side of the pointer it stands. CSS pixels. */
const WIDTH = 230;
/** And how high; decides whether it stands above or below. */
const HEIGHT = 96;

interface TooltipBoxProps {
  /** where the pointer is in the figure; CSS pixels */
  readonly at: { readonly x: number; readonly y: number };
  /** of the figure */
  readonly width: number;
  readonly children: ReactNode;
}

export function TooltipBox({ at, width, children }: TooltipBoxProps) {
  const left = Math.max(4, at.x + 14 + WIDTH > width ? at.x - WIDTH - 10 : at.x + 14);
  return (
    <div
      className={at.y < HEIGHT ? 'view-tooltip' : 'view-tooltip view-tooltip-above'}
      aria-hidden="true"
      style={{ left, top: at.y, maxWidth: WIDTH }}
    >
      {children}
    </div>
  );
}
