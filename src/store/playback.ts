/** Where the playhead is: at a position of the axis that both sides share, or `live`, at now or at the end. */
import { create } from 'zustand';
import type { Position } from '../trace/axis.ts';

interface Playback {
  readonly at: Position | 'live';
  readonly playing: boolean;
  /** how many times as fast as usual playing goes */
  readonly speed: Speed;
}

/** As usual, or in slow motion. */
export type Speed = 1 | 0.25;

export const usePlayback = create<Playback>()(() => ({ at: 'live', playing: false, speed: 1 }));

/** Puts the playhead at a position; playing goes on from there. */
export function seek(at: Position | 'live'): void {
  if (usePlayback.getState().at !== at) usePlayback.setState({ at });
}

export function setPlaying(playing: boolean): void {
  if (usePlayback.getState().playing !== playing) usePlayback.setState({ playing });
}

export function setSpeed(speed: Speed): void {
  if (usePlayback.getState().speed !== speed) usePlayback.setState({ speed });
}
