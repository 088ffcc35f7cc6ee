/** One side of a recording: the lines that the lesson tints, and its picture, drawn by the view that the lesson names. */
import { useMemo } from 'react';
import type { RecordedRuns } from '../../lesson/recorded.ts';
import type { Lesson, SideName } from '../../lesson/schema.ts';
import { home, messages } from '../../messages/en.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { Boundary } from '../../ui/Boundary.tsx';
import { viewCalled } from '../../views/register.ts';
import { Failed } from '../shell/Failed.tsx';
import { excerptOf, type Excerpt } from './excerpt.ts';

const words = home.recording;

interface Props {
  readonly lesson: Lesson;
  readonly side: SideName;
  readonly runs: RecordedRuns;
  readonly moment: Micros;
  readonly onMoment: (moment: Micros) => void;
}

export function RecordedSide({ lesson, side, runs: { sides }, moment, onMoment }: Props) {
  const excerpt = useMemo(() => excerptOf(lesson.sides[side]), [lesson, side]);
  const view = viewCalled(lesson.views[0] ?? '');
  const run = sides[side];
  const other = sides[side === 'broken' ? 'fixed' : 'broken'];
  const name = messages.sides[side];
  const now = Math.min(moment, run.time);
  return (
    <section className="recorded-side" data-side={side} aria-label={words.side(name)}>
      <h3>
        {name}
        <span aria-hidden="true"> · {words.recorded}</span>
      </h3>
      {excerpt !== null && <Lines excerpt={excerpt} name={name} at={run.trace.placeAt(now)} />}
      {view !== null && (
        <Boundary instead={<Failed what="picture" />}>
          <view.Paint
            picture={run.trace.picture}
            other={other.trace.picture}
            moment={now}
            horizon={Math.max(run.time, other.time)}
            live={false}
            side={side}
            onMoment={onMoment}
          />
        </Boundary>
      )}
    </section>
  );
}

interface LinesProps {
  readonly excerpt: Excerpt;
  readonly name: string;
  /** of the event that the playhead has reached */
  readonly at: Place | null;
}

function Lines({ excerpt: { file, lines }, name, at }: LinesProps) {
  const current = at?.file === file ? at.line : null;
  return (
    <pre className="recorded-code" tabIndex={0} aria-label={words.code(name)}>
      {lines.map(({ number, text, tinted }) => (
        <code key={number} data-tinted={tinted} data-current={number === current}>
          <span aria-hidden="true">{number}</span>
          {text}
          {'\n'}
        </code>
      ))}
    </pre>
  );
}
