/** Where the playhead is: at a moment of the shared time axis, or `live`, at now or at the end. */
import { create } from 'zustand';
import type { Micros } from '../trace/vocabulary.ts';

interface Playback {
  readonly at: Micros | 'live';
  readonly playing: boolean;
  /** how many times as fast as usual playing goes */
  readonly speed: Speed;
}

/** As usual, or in slow motion. */
export type Speed = 1 | 0.25;

export const usePlayback = create<Playback>()(() => ({ at: 'live', playing: false, speed: 1 }));

/** Puts the playhead at a moment; playing goes on from there. */
export function seek(at: Micros | 'live'): void {
  if (usePlayback.getState().at !== at) usePlayback.setState({ at });
}

export function setPlaying(playing: boolean): void {
  if (usePlayback.getState().playing !== playing) usePlayback.setState({ playing });
}

export function setSpeed(speed: Speed): void {
  if (usePlayback.getState().speed !== speed) usePlayback.setState({ speed });
}
