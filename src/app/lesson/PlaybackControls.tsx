/** The playhead: play or pause, step by what happened, the slider over the shared axis, and the position in figures. */
import { useRef } from 'react';
import { formatDuration, formatRatio } from '../../base/format.ts';
import { SIDES } from '../../lesson/schema.ts';
import { changes, messages } from '../../messages/en.ts';
import { usePlayback } from '../../store/playback.ts';
import { anyLive, type Runs } from '../../store/runs.ts';
import { currentRuns, useWorkspace } from '../../store/workspaces.ts';
import type { Axis, Position } from '../../trace/axis.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { clockText } from './clock.ts';
import { useCommands } from '../shell/context.ts';
import { useWriting, writeText } from './frames.ts';
import { useAxis } from './axis.ts';
import { canPlay, endOf, isVirtual, playRate, startOf } from '../../session/moments.ts';

const words = messages.playback;

/** Milliseconds. A slider that follows a run stands at its end, however long that is; the browser lays it out at each write. */
const SLIDES_EVERY = 250;

export function PlaybackControls() {
  const commands = useCommands();
  const ready = useWorkspace(({ runs }) => canPlay(runs));
  const playing = usePlayback((playback) => playback.playing);
  return (
    <div className="playback">
      <Control name="earlier" label={words.previous} ready={ready} onPress={commands.previousEvent} />
      <Control
        name={playing ? 'pause' : 'play'}
        label={playing ? words.pause : words.play}
        ready={ready}
        onPress={commands.togglePlay}
      />
      <Control name="later" label={words.next} ready={ready} onPress={commands.nextEvent} />
      <Playhead ready={ready} />
      {playing && <Rate />}
    </div>
  );
}

interface ControlProps {
  readonly name: IconName;
  readonly label: string;
  readonly ready: boolean;
  readonly onPress: () => void;
}

function Control({ name, label, ready, onPress }: ControlProps) {
  return (
    <button
      type="button"
      className="button quiet square"
      aria-label={label}
      title={label}
      disabled={!ready}
      onClick={onPress}
    >
      <Icon name={name} />
    </button>
  );
}

/** The figures are written each frame while a run is under way, past React, and the slider some times a second. */
function Playhead({ ready }: { readonly ready: boolean }) {
  const { seek } = useCommands();
  const axis = useAxis();
  const slider = useRef<HTMLInputElement>(null);
  const figures = useRef<HTMLOutputElement>(null);
  const written = useRef(-Infinity);
  useWriting(() => {
    const runs = currentRuns();
    const { at } = usePlayback.getState();
    const now = performance.now();
    const [start, end] = [startOf(runs, axis), endOf(runs, now, axis)];
    const position = at === 'live' ? end : Math.min(at, end);
    writeText(figures.current, figuresOf(runs, axis, position, end));
    const follows = at === 'live' && anyLive(runs);
    if (slider.current === null || (follows && now - written.current < SLIDES_EVERY)) return;
    written.current = follows ? now : -Infinity;
    slider.current.min = String(start);
    slider.current.max = String(Math.max(end, start + 1));
    slider.current.value = String(end === 0 ? start : position);
    const part = end <= start ? 0 : (position - start) / (end - start);
    slider.current.style.setProperty('--part', `${part * 100}%`);
    slider.current.setAttribute('aria-valuetext', positionWords(axis, position, end));
  });
  return (
    <>
      <input
        ref={slider}
        type="range"
        className="playhead"
        aria-label={words.playhead}
        min={0}
        step={axis.kind === 'order' ? 1 : 'any'}
        defaultValue={0}
        disabled={!ready}
        onInput={(event) => seek(Number(event.currentTarget.value))}
      />
      <output ref={figures} className="playback-moment" aria-live="off" />
    </>
  );
}

function positionWords(axis: Axis, position: Position, end: Position): string {
  return axis.kind === 'order'
    ? changes.nth(Math.floor(position), end)
    : words.at(formatDuration(position), formatDuration(end));
}

function figuresOf(runs: Runs, axis: Axis, position: Position, end: Position): string {
  if (axis.kind === 'order') return changes.nthShort(Math.floor(position), end);
  const text = clockText(position, end);
  return SIDES.some((side) => isVirtual(runs[side])) ? words.virtualMoment(text) : text;
}

/** Says how playing differs from the real pace, where it does. */
function Rate() {
  const axis = useAxis();
  const rate = useWorkspace(({ runs }) => playRate(runs, axis));
  // In the order of what happened there is no pace to differ from.
  if (rate === 1 || axis.kind === 'order') return null;
  const times = formatRatio(rate < 1 ? 1 / rate : rate);
  return (
    <span className="playback-rate" title={rate < 1 ? words.slowed(times) : words.hastened(times)}>
      {rate < 1 ? words.slowedShort(times) : words.hastenedShort(times)}
    </span>
  );
}
