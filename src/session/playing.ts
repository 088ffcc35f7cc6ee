/** Commands about the playhead: seek, play, step by event, jump. */
import { setPlaying, seek, usePlayback } from '../store/playback.ts';
import { currentRuns } from '../store/workspaces.ts';
import type { Micros } from '../trace/vocabulary.ts';
import { canPlay, horizonOf, nextMoment, playRate, previousMoment } from './moments.ts';
import type { Platform } from './platform.ts';

/** A jump is this part of the axis. */
const JUMP = 1 / 20;

function pause(): void {
  setPlaying(false);
}

/** The commands of the playhead. They do nothing while a run is under way, when the playhead sits at now. */
export function createPlaying(platform: Platform) {
  const horizon = () => horizonOf(currentRuns(), platform.now());
  const moment = (): Micros => {
    const { at } = usePlayback.getState();
    return at === 'live' ? horizon() : at;
  };
  /** The end of the axis is `live`: there the whole of both runs is in view. */
  const goTo = (to: Micros) => {
    if (canPlay(currentRuns())) seek(to >= horizon() ? 'live' : Math.max(0, to));
  };

  /** Whoever pauses and plays again within a frame has begun another play: what was to follow the first ends. */
  let plays = 0;

  function tick(before: number, serial: number): void {
    if (!usePlayback.getState().playing || serial !== plays) return;
    const clock = platform.now();
    const end = horizon();
    goTo(moment() + (clock - before) * 1000 * playRate(end) * usePlayback.getState().speed);
    if (usePlayback.getState().at === 'live') setPlaying(false);
    else platform.nextFrame(() => tick(clock, serial));
  }

  function play(): void {
    if (!canPlay(currentRuns()) || usePlayback.getState().playing) return;
    if (usePlayback.getState().at === 'live') seek(0);
    setPlaying(true);
    plays += 1;
    const [clock, serial] = [platform.now(), plays];
    platform.nextFrame(() => tick(clock, serial));
  }

  /** Every deliberate move of the playhead stops the playing. */
  const moveTo = (to: Micros) => {
    pause();
    goTo(to);
  };

  return {
    play,
    pause,
    togglePlay: () => (usePlayback.getState().playing ? pause() : play()),
    /** Puts the playhead at a moment of the axis. */
    seek: moveTo,
    nextEvent: () => moveTo(nextMoment(currentRuns(), moment()) ?? horizon()),
    previousEvent: () => moveTo(previousMoment(currentRuns(), moment()) ?? 0),
    jumpForward: () => moveTo(moment() + horizon() * JUMP),
    jumpBack: () => moveTo(moment() - horizon() * JUMP),
    toStart: () => moveTo(0),
    toEnd: () => moveTo(horizon()),
  };
}
