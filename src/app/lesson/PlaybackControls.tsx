/** The playhead: play or pause, step by event, the slider over the shared time axis, and the moment in figures. */
import { useRef } from 'react';
import { formatDuration, formatRatio } from '../../base/format.ts';
import { SIDES } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { usePlayback } from '../../store/playback.ts';
import { currentRuns, useWorkspace } from '../../store/workspaces.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { clockText } from './clock.ts';
import { useCommands } from '../shell/context.ts';
import { useWriting } from './frames.ts';
import { canPlay, horizonOf, isVirtual, playRate } from '../../session/moments.ts';

const words = messages.playback;

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

/** The slider and the figures are written each frame while a run is under way, past React. */
function Playhead({ ready }: { readonly ready: boolean }) {
  const { seek } = useCommands();
  const slider = useRef<HTMLInputElement>(null);
  const figures = useRef<HTMLOutputElement>(null);
  useWriting(() => {
    const runs = currentRuns();
    const { at } = usePlayback.getState();
    const end = horizonOf(runs, performance.now());
    const moment = at === 'live' ? end : Math.min(at, end);
    if (slider.current !== null) {
      slider.current.max = String(Math.max(end, 1));
      slider.current.value = String(end === 0 ? 0 : moment);
      slider.current.style.setProperty('--part', `${end === 0 ? 0 : (moment / end) * 100}%`);
      slider.current.setAttribute('aria-valuetext', words.at(formatDuration(moment), formatDuration(end)));
    }
    if (figures.current !== null) {
      const virtual = SIDES.some((side) => isVirtual(runs[side]));
      const text = clockText(moment, end);
      figures.current.textContent = virtual ? words.virtualMoment(text) : text;
    }
  });
  return (
    <>
      <input
        ref={slider}
        type="range"
        className="playhead"
        aria-label={words.playhead}
        min={0}
        step="any"
        defaultValue={0}
        disabled={!ready}
        onInput={(event) => seek(Number(event.currentTarget.value))}
      />
      <output ref={figures} className="playback-moment" aria-live="off" />
    </>
  );
}

/** Says how playing differs from the real pace, where it does. */
function Rate() {
  const rate = useWorkspace(({ runs }) => playRate(horizonOf(runs, 0)));
  if (rate === 1) return null;
  const times = formatRatio(rate < 1 ? 1 / rate : rate);
  return (
    <span className="playback-rate" title={rate < 1 ? words.slowed(times) : words.hastened(times)}>
      {rate < 1 ? words.slowedShort(times) : words.hastenedShort(times)}
    </span>
  );
}
