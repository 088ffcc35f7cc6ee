/** Commands about the playhead: seek, play, step by what happened, jump. */
import { setPlaying, seek, usePlayback } from '../store/playback.ts';
import type { Lesson } from '../lesson/schema.ts';
import { currentRuns, currentWorkspace } from '../store/workspaces.ts';
import type { Axis, Position } from '../trace/axis.ts';
import { canPlay, endOf, nextPosition, playRate, previousPosition, startOf } from './moments.ts';
import type { Platform } from './platform.ts';

/** A jump is this part of the axis. */
const JUMP = 1 / 20;

function pause(): void {
  setPlaying(false);
}

/** What the playhead of a lesson moves along: its pictures know. */
export type AxisOf = (lesson: Lesson) => Axis;

/** The commands of the playhead. They do nothing while a run is under way, when the playhead sits at now. */
export function createPlaying(platform: Platform, axisOf: AxisOf) {
  const onAxis = <Value>(read: (axis: Axis) => Value, otherwise: Value): Value => {
    const lesson = currentWorkspace()?.lesson;
    return lesson === undefined ? otherwise : read(axisOf(lesson));
  };
  const end = () => onAxis((axis) => endOf(currentRuns(), platform.now(), axis), 0);
  const start = () => onAxis((axis) => startOf(currentRuns(), axis), 0);
  const rate = () => onAxis((axis) => playRate(currentRuns(), axis), 1);
  const position = (): Position => {
    const { at } = usePlayback.getState();
    return at === 'live' ? end() : at;
  };
  /** The end of the axis is `live`: there the whole of both runs is in view. */
  const goTo = (to: Position) => {
    if (canPlay(currentRuns())) seek(to >= end() ? 'live' : Math.max(start(), to));
  };
  /** Also to the last change, which has a sentence of its own to be said before the end. */
  const stepTo = (to: Position | null, otherwise: () => void) => {
    pause();
    if (to === null) otherwise();
    else if (canPlay(currentRuns())) seek(to);
  };
  const next = () => onAxis((axis) => nextPosition(currentRuns(), position(), axis), null);
  const previous = () => onAxis((axis) => previousPosition(currentRuns(), position(), axis), null);
  const jump = () => (end() - start()) * JUMP;

  /** Whoever pauses and plays again within a frame has begun another play: what was to follow the first ends. */
  let plays = 0;

  function tick(before: number, serial: number): void {
    if (!usePlayback.getState().playing || serial !== plays) return;
    const clock = platform.now();
    goTo(position() + (clock - before) * 1000 * rate() * usePlayback.getState().speed);
    if (usePlayback.getState().at === 'live') setPlaying(false);
    else platform.nextFrame(() => tick(clock, serial));
  }

  function play(): void {
    if (!canPlay(currentRuns()) || usePlayback.getState().playing) return;
    if (usePlayback.getState().at === 'live') seek(start());
    setPlaying(true);
    plays += 1;
    const [clock, serial] = [platform.now(), plays];
    platform.nextFrame(() => tick(clock, serial));
  }

  /** Every deliberate move of the playhead stops the playing. */
  const moveTo = (to: Position) => {
    pause();
    goTo(to);
  };

  return {
    play,
    pause,
    togglePlay: () => (usePlayback.getState().playing ? pause() : play()),
    /** Puts the playhead at a position of the axis. */
    seek: moveTo,
    /** To the next change of a picture, or the one before. */
    nextEvent: () => stepTo(next(), () => goTo(end())),
    previousEvent: () => stepTo(previous(), () => goTo(start())),
    jumpForward: () => moveTo(position() + jump()),
    jumpBack: () => moveTo(position() - jump()),
    toStart: () => moveTo(start()),
    toEnd: () => moveTo(end()),
  };
}
