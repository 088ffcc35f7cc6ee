/** The counters of a side: what the lesson measures, at the moment of the playhead. */
import type { Lesson, SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { usePlayback } from '../../store/playback.ts';
import type { Run } from '../../store/runs.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { isReported, readMeasure, writeFigure } from '../../trace/measure.ts';
import type { Measure, Reading } from '../../trace/measure.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { useAxis } from './axis.ts';
import { reportedMoment } from '../../session/moments.ts';

const words = messages.side;

interface Props {
  readonly lesson: Lesson;
  readonly side: SideName;
}

/** The elapsed time has the big clock, so it is not counted here again. */
export function Counters({ lesson, side }: Props) {
  const run = useWorkspace(({ runs }) => runs[side]);
  const at = usePlayback((playback) => playback.at);
  const moment = reportedMoment(run, at, useAxis());
  return (
    <dl className="counters" aria-label={words.counters}>
      {lesson.measures
        .filter(({ read }) => read.of !== 'elapsed')
        .map((measure) => (
          <div key={measure.id}>
            <dt>{measure.label}</dt>
            <Figure text={figureOf(measure, run, moment)} />
          </div>
        ))}
    </dl>
  );
}

/** From so many characters on a figure is written smaller, and may break: `2,001 / 2,001`. */
const LONG = 10;

function Figure({ text }: { readonly text: string }) {
  return <dd className={text.length >= LONG ? 'long' : undefined}>{text}</dd>;
}

function figureOf(measure: Measure, run: Run, moment: Micros): string {
  if (run.phase === 'idle') return words.notYet;
  const { picture } = run.trace;
  if (!isReported(measure.read, picture)) return words.notYet;
  const write = (reading: Reading) => writeFigure(measure, readMeasure(reading, picture, moment));
  const value = write(measure.read);
  return measure.outOf === undefined ? value : words.outOf(value, write(measure.outOf));
}
