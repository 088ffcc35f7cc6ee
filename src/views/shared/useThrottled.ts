/** A calmer copy of a view's input: words that change at every frame can be neither read nor heard. */
import { useEffect, useRef, useState } from 'react';
import type { ViewInput } from '../view.ts';

/** Words follow the picture after this long. Milliseconds. */
const LIVE_PAUSE = 1_000;
const SCRUB_PAUSE = 150;

/**
 * The input as it was up to a second ago while live, and a moment ago while scrubbing. When a run begins or ends, or
 * another picture comes, it follows at once.
 */
export function useThrottled(input: ViewInput): ViewInput {
  const [throttled, setThrottled] = useState(input);
  const latest = useRef(input);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    latest.current = input;
    timer.current ??= setTimeout(
      () => {
        timer.current = null;
        setThrottled((last) => (showsSame(last, latest.current) ? last : latest.current));
      },
      input.live ? LIVE_PAUSE : SCRUB_PAUSE,
    );
  });
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return throttled.live === input.live && throttled.picture === input.picture ? throttled : input;
}

function showsSame(one: ViewInput, other: ViewInput): boolean {
  return (
    one.picture === other.picture &&
    one.moment === other.moment &&
    one.live === other.live &&
    one.start === other.start &&
    one.horizon === other.horizon &&
    one.side === other.side
  );
}
