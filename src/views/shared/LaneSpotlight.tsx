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
  const lit = use(LitLane);
  if (lit === null || lanes <= 0) return null;
  const lane = ((lit % lanes) + lanes) % lanes;
  const from = top + lane * pitch - scroll;
  return (
    <div className="lane-spotlight" aria-hidden="true">
      <i style={{ top: 0, height: Math.max(0, from) }} />
      <i style={{ top: from + pitch, bottom: 0 }} />
    </div>
  );
}
