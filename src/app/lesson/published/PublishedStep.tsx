/** The step of a published program: what is said of it, what this run shows, other versions, why, and what to write instead. */
import { figuresOf, happeningsOf } from '../../../lesson/happening.ts';
import type { Lesson, Published, SideName } from '../../../lesson/schema.ts';
import { messages } from '../../../messages/en.ts';
import type { Run } from '../../../store/runs.ts';
import { useWorkspace } from '../../../store/workspaces.ts';
import { howEnded } from '../../../session/howEnded.ts';
import { useIntoView } from '../../shell/intoView.ts';
import { useStaleness } from '../StaleNote.tsx';
import { CarriedOver } from '../CarriedOver.tsx';
import { Prose, Words } from '../Prose.tsx';
import { useStacked } from '../../shell/media.ts';
import { resultOf } from '../../../session/outcome.ts';
import { answersAddress, lessonAddress } from '../../shell/route.ts';
import { ElsewhereTable } from './ElsewhereTable.tsx';
import { titleOfRun } from './varied.ts';
import './published.css';

const words = messages.published;

interface Props {
  readonly lesson: Lesson;
  readonly published: Published;
}

export function PublishedStep({ lesson, published }: Props) {
  return (
    <article className="published">
      <h1>{words.step}</h1>
      <nav className="published-parts" aria-label={words.partsNav}>
        {lesson.published.map((one) => (
          <a
            key={one.part}
            href={lessonAddress(one)}
            aria-current={one.part === published.part ? 'page' : undefined}
          >
            {words.parts[one.part]}
          </a>
        ))}
      </nav>
      <h2 className="published-title">{published.title}</h2>
      <CarriedOver lesson={published} />
      <h3>{words.said}</h3>
      <div className="published-said">
        <Prose blocks={published.said} />
      </div>
      <h3>{words.happens}</h3>
      <Happened published={published} side="broken" />
      <h3>{words.why}</h3>
      <Prose blocks={published.why} />
      <h3>{words.elsewhere}</h3>
      {published.elsewhere.map((one) => (
        <ElsewhereTable key={one.measured} elsewhere={one} />
      ))}
      <h3>{words.better}</h3>
      <Prose blocks={published.better} />
      <Happened published={published} side="fixed" />
      <p className="published-answers">
        <a href={answersAddress}>{words.home.answers}</a>
      </p>
    </article>
  );
}

/** Sentences about the last run of a side: those that are true of it. */
function Happened({ published, side }: { readonly published: Published; readonly side: SideName }) {
  const run = useWorkspace(({ runs }) => runs[side]);
  const stale = useStaleness(side);
  // Where the guide stands above the sides, the page must not run away to it.
  const box = useIntoView<HTMLDivElement>(!useStacked() && side === 'broken' && run.phase === 'ended');
  // A side of which nothing is said needs no place to say it.
  if (!published.happens.some((one) => one.side === side)) return null;
  const sentences = run.phase === 'ended' ? happeningsOf(published, side, resultOf(run)) : [];
  return (
    <div ref={box} className="published-happened" data-side={side} aria-live="polite">
      {stale !== null && <p className="published-none">{messages.side.stale[stale]}</p>}
      {sentences.map((sentence, index) => (
        <p key={index}>
          <Words words={sentence} />
        </p>
      ))}
      {sentences.length === 0 && <p className="published-none">{without(published, side, run)}</p>}
    </div>
  );
}

function without(published: Published, side: SideName, run: Run): string {
  switch (run.phase) {
    case 'idle':
      return words.notRun;
    case 'waiting':
      return messages.verdict.waiting;
    case 'running':
      return messages.verdict.running;
    case 'ended': {
      const title = titleOfRun(published, side, run);
      if (title === null) return words.other;
      return words.varied(title, figuresOf(published, resultOf(run)), howEnded(run.end.ending));
    }
  }
}
