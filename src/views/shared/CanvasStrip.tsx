/** The strip of a canvas picture: the canvas stays in sight while the lanes scroll, and a tooltip stands beside it. */
import type { HTMLAttributes, ReactNode } from 'react';
import { LaneSpotlight } from './LaneSpotlight.tsx';
import { hiddenHeight, type LaneStrip } from './lanes.ts';
import { regionOf } from './region.ts';
import type { SurfaceRefs } from './useSurface.ts';
import './strip.css';

interface CanvasStripProps {
  readonly on: SurfaceRefs;
  readonly layout: LaneStrip;
  /** the strip's name, where the keyboard has to reach it */
  readonly region: string | null;
  /** whether a press asks for a moment */
  readonly seeks: boolean;
  readonly handlers: HTMLAttributes<HTMLDivElement>;
  /** the tooltip, or null */
  readonly children: ReactNode;
}

export function CanvasStrip({
  on: { strip, canvas, probe },
  layout,
  region,
  seeks,
  handlers,
  children,
}: CanvasStripProps) {
  return (
    <div className="view-box">
      <div
        ref={strip}
        className={seeks ? 'view-strip view-scrolls view-seeks' : 'view-strip view-scrolls'}
        {...regionOf(region)}
        {...handlers}
      >
        <canvas ref={canvas} className="view-canvas" aria-hidden="true" />
        <div style={{ height: hiddenHeight(layout) }} />
        <span ref={probe} className="view-probe" aria-hidden="true" />
      </div>
      <LaneSpotlight top={layout.top} pitch={layout.pitch} lanes={Math.ceil(layout.content / layout.pitch)} />
      {children}
    </div>
  );
}
