/** A recorded run of a lesson: both sides at one playhead, said to be a recording, and the button that runs them for real. */
import { useMemo } from 'react';
import type { RecordedRuns } from '../../lesson/recorded.ts';
import { SIDES, type Lesson } from '../../lesson/schema.ts';
import { judge, type SideResult } from '../../lesson/verdict.ts';
import { home } from '../../messages/en.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Micros } from '../../trace/vocabulary.ts';
import { axisOf } from '../../views/register.ts';
import { useCommands } from '../shell/context.ts';
import { lessonAddress } from '../shell/route.ts';
import { happenedBy } from './happened.ts';
import { RecordedSide } from './RecordedSide.tsx';
import { momentsOf } from './replay.ts';
import { useReplay, type Replay } from './useReplay.ts';
import './recording.css';

const words = home.recording;

interface Props {
  readonly lesson: Lesson;
  readonly runs: RecordedRuns;
}

export function Recording({ lesson, runs }: Props) {
  const moments = useMemo(() => momentsOf(runs), [runs]);
  const replay = useReplay(moments.length);
  const moment = moments[replay.at] ?? 0;
  const seekTo = (time: number) => {
    const found = moments.findIndex((one) => one >= time);
    replay.seek(found === -1 ? moments.length - 1 : found);
  };
  return (
    <section className="recording" aria-label={words.label}>
      <header className="recording-head">
        <h2>{words.title(lesson.number, lesson.title)}</h2>
        <p>{words.made(runs.made, runs.python)}</p>
        <RunForReal lesson={lesson} />
      </header>
      <Bar lesson={lesson} runs={runs} replay={replay} moments={moments} />
      <div className="recording-sides">
        {SIDES.map((side) => (
          <RecordedSide
            key={side}
            lesson={lesson}
            side={side}
            runs={runs}
            moment={moment}
            onMoment={seekTo}
          />
        ))}
      </div>
    </section>
  );
}

function RunForReal({ lesson }: { readonly lesson: Lesson }) {
  const { open, runBoth } = useCommands();
  const run = () => {
    open(lesson);
    runBoth();
    location.hash = lessonAddress(lesson);
  };
  return (
    <button type="button" className="button primary" onClick={run}>
      <Icon name="play" />
      {words.runReally}
      <span className="unseen"> ({words.runNote})</span>
    </button>
  );
}

interface BarProps extends Props {
  readonly replay: Replay;
  readonly moments: readonly Micros[];
}

function Bar({ lesson, runs, replay: { at, playing, toggle, seek }, moments }: BarProps) {
  const last = moments.length - 1;
  const over = at >= last && !playing;
  // While it plays nobody could read a sentence to its end.
  const happened = playing ? null : happenedBy(moments[at] ?? 0, runs, axisOf(lesson));
  const said = over ? verdictOf(lesson, runs) : (happened ?? words.still);
  return (
    <div className="recording-bar">
      <button type="button" className="button" onClick={toggle}>
        <Icon name={playing ? 'pause' : 'play'} />
        {playing ? words.pause : over ? words.again : words.play}
      </button>
      <input
        type="range"
        aria-label={words.moment}
        aria-valuetext={`${words.event(at + 1, moments.length)}. ${said}`}
        min={0}
        max={last}
        value={at}
        onChange={({ target }) => seek(target.valueAsNumber)}
      />
      <p>{said}</p>
    </div>
  );
}

function verdictOf(lesson: Lesson, { sides }: RecordedRuns): string {
  const [broken, fixed] = [resultOf(sides.broken), resultOf(sides.fixed)];
  return `${judge(lesson, broken, fixed).sentence}.`;
}

function resultOf({ trace, time, ends }: RecordedRuns['sides']['broken']): SideResult {
  const endingKind = ends === null ? 'finished' : 'raised';
  return { picture: trace.picture, end: { endingKind, raised: ends, time } };
}
