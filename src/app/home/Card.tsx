/** The card of a lesson: what it asks, a small picture of its recorded run, and how far the person has come. */
import { useMemo } from 'react';
import type { RecordedRuns } from '../../lesson/recorded.ts';
import type { Lesson } from '../../lesson/schema.ts';
import { home, messages } from '../../messages/en.ts';
import { useProgress } from '../../store/progress.ts';
import { Icon } from '../../ui/Icon.tsx';
import { sketchOf } from '../../views/shared/sketch.ts';
import { SketchPicture } from '../../views/shared/SketchPicture.tsx';
import { viewCalled } from '../../views/register.ts';
import { lessonAddress } from '../shell/route.ts';
import { howFar, type HowFar } from './progress.ts';
import { momentAfter } from './replay.ts';
import type { Recordings } from './useRecordings.ts';

const words = messages.home;

interface Props {
  readonly lesson: Lesson;
  readonly recordings: Recordings;
}

export function Card({ lesson, recordings }: Props) {
  const lessons = useProgress((progress) => progress.lessons);
  const far = howFar(lesson, { lessons });
  return (
    <article className="card" data-progress={far.state}>
      {lesson.card !== undefined && <Picture lesson={lesson} card={lesson.card} recordings={recordings} />}
      <p className="card-number">
        {words.cardNumber(lesson.number)} · {lesson.short} · {words.steps(far.steps)}
      </p>
      <h3>
        <a href={lessonAddress(lesson)}>{lesson.title}</a>
      </h3>
      <p className="card-summary">{lesson.summary}</p>
      <p className="card-open">
        <span aria-hidden="true">{openWords(far)}</span>
        <Icon name="next" />
        {far.state !== 'new' && <Far far={far} />}
      </p>
    </article>
  );
}

function openWords({ state }: HowFar): string {
  return { new: words.open, begun: home.progress.goOn, done: home.progress.again }[state];
}

function Far({ far }: { readonly far: HowFar }) {
  return (
    <span className="card-far">
      <span className="card-steps" aria-hidden="true">
        {far.each.map((seen, step) => (
          <i key={step} data-seen={seen} />
        ))}
      </span>
      {far.state === 'done' && <Icon name="tick" />}
      {home.progress.far(far)}
    </span>
  );
}

interface PictureProps extends Props {
  readonly card: NonNullable<Lesson['card']>;
}

/** Keeps its room until the recording is here, so that nothing moves then. */
function Picture({ lesson, card: { side, until }, recordings }: PictureProps) {
  const runs: RecordedRuns | null = useMemo(
    () => (recordings.kind === 'here' ? recordings.of(lesson) : null),
    [recordings, lesson],
  );
  const plan = viewCalled(lesson.views[0] ?? '')?.sketch;
  const sketch = useMemo(() => {
    if (runs === null || plan === undefined) return null;
    const run = runs.sides[side];
    return sketchOf(plan, run.trace.picture, momentAfter(until, run));
  }, [runs, plan, side, until]);
  if (recordings.kind !== 'coming' && sketch === null) return null;
  const name = messages.sides[side];
  return (
    <div className="card-picture">
      {sketch !== null && <SketchPicture sketch={sketch} side={side} />}
      <p>{until < 1 ? home.card.pictureInPart(name) : home.card.picture(name)}</p>
    </div>
  );
}
