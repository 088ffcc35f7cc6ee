/** Plays a recording: an even pace from event to event. It begins by itself, unless the person wants no motion. */
import { useCallback, useEffect, useState } from 'react';
import { useStill } from '../shell/media.ts';

/** From the first event to the last. */
const LASTS_MS = 12_000;

export interface Replay {
  /** number of the moment that is shown, from 0 */
  readonly at: number;
  readonly playing: boolean;
  /** plays on from here, or from the start when it is at its end; or stops */
  readonly toggle: () => void;
  /** stops there */
  readonly seek: (at: number) => void;
}

export function useReplay(count: number): Replay {
  const last = Math.max(count - 1, 0);
  const still = useStill();
  const [at, setAt] = useState(still ? last : 0);
  /** the moment from which it plays; null while it stands */
  const [from, setFrom] = useState(still ? null : 0);
  useEffect(() => {
    if (from === null) return undefined;
    let frame = 0;
    let before: number | null = null;
    let exact = from;
    const next = (now: number) => {
      exact += before === null ? 0 : ((now - before) / LASTS_MS) * last;
      before = now;
      setAt(Math.min(Math.floor(exact), last));
      if (exact >= last) setFrom(null);
      else frame = requestAnimationFrame(next);
    };
    frame = requestAnimationFrame(next);
    return () => cancelAnimationFrame(frame);
  }, [from, last]);
  const seek = useCallback((to: number) => {
    setFrom(null);
    setAt(to);
  }, []);
  const toggle = () => setFrom(from !== null ? null : at >= last ? 0 : at);
  return { at, playing: from !== null, toggle, seek };
}
