/** The spotlight on a lane: in Present all other lanes of a picture are dimmed. */
import { createContext, use } from 'react';
import './laneSpotlight.css';

/** The lane that is lit, counted from 0; past the last one the first comes again. Null where all are. */
export const LitLane = createContext<number | null>(null);

interface Props {
  /** where the first lane begins, from one to the next, and how many there are */
  readonly top: number;
  readonly pitch: number;
  readonly lanes: number;
  /** how far the lanes are scrolled */
  readonly scroll?: number;
}

/** Stands in the box of the lanes, over them. */
export function LaneSpotlight({ top, pitch, lanes, scroll = 0 }: Props) {
  const lane = litAmong(use(LitLane), lanes);
  if (lane === null) return null;
  const from = top + lane * pitch - scroll;
  return <Beside from={from} to={from + pitch} />;
}

/** The same where lanes differ in height: each begins where the one before it ends. */
export function UnevenLaneSpotlight({ ends }: { readonly ends: readonly number[] }) {
  const lane = litAmong(use(LitLane), ends.length);
  if (lane === null) return null;
  return <Beside from={ends[lane - 1] ?? 0} to={ends[lane] ?? 0} />;
}

/** Which of so many lanes is lit; null where all are. */
export function litAmong(lit: number | null, lanes: number): number | null {
  return lit === null || lanes <= 0 ? null : ((lit % lanes) + lanes) % lanes;
}

function Beside({ from, to }: { readonly from: number; readonly to: number }) {
  return (
    <div className="lane-spotlight" aria-hidden="true">
      <i style={{ top: 0, height: Math.max(0, from) }} />
      <i style={{ top: to, bottom: 0 }} />
    </div>
  );
}
