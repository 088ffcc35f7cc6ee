/** The handout of a lesson, which only paper shows: both programs whole, what the run did, the verdict, what to remember. */
import { SIDES, type Lesson, type SideName } from '../../lesson/schema.ts';
import { present } from '../../messages/en.ts';
import { outcomeOf } from '../../session/outcome.ts';
import { sideName } from '../../session/sideName.ts';
import { isIdle } from '../../store/runs.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { Counters } from '../lesson/Counters.tsx';
import { Pictures } from '../lesson/Pictures.tsx';
import { Prose } from '../lesson/Prose.tsx';
import { LastWords } from '../present/LastWords.tsx';
import { useLessonLink } from '../present/useLessonLink.ts';
import { QrCode } from '../share/QrCode.tsx';
import { Listing } from './Listing.tsx';
import { usePrinting } from './printing.ts';
import './handout.css';

const words = present.handout;

/** Nothing until the page is printed. */
export function Handout({ lesson }: { readonly lesson: Lesson }) {
  return usePrinting() ? <Sheet lesson={lesson} /> : null;
}

function Sheet({ lesson }: { readonly lesson: Lesson }) {
  const runs = useWorkspace((workspace) => workspace.runs);
  const files = useWorkspace((workspace) => workspace.files);
  const { title, note } = outcomeOf(lesson, runs, files);
  const last = lesson.steps.at(-1);
  const { address, squares } = useLessonLink(lesson);
  return (
    <article className="handout" aria-label={words.label}>
      <header>
        <div>
          <h1>{lesson.title}</h1>
          <p>{lesson.summary}</p>
          <p>
            {words.address} <strong>{address}</strong>
          </p>
        </div>
        {squares !== null && <QrCode squares={squares} label={present.covered.codeLabel(address)} />}
      </header>
      <h2>{words.programs}</h2>
      <div className="handout-sides">
        {SIDES.map((side) => (
          <Program key={side} lesson={lesson} side={side} />
        ))}
      </div>
      <section className="handout-run">
        <h2>{words.pictures}</h2>
        {isIdle(runs) ? (
          <p>{words.notRun}</p>
        ) : (
          <div className="handout-sides">
            {SIDES.map((side) => (
              <section key={side} aria-label={sideName(lesson, side)}>
                <h3>{sideName(lesson, side)}</h3>
                <Counters lesson={lesson} side={side} />
                <Pictures lesson={lesson} side={side} />
                <LastWords side={side} />
              </section>
            ))}
          </div>
        )}
      </section>
      {!isIdle(runs) && (
        <section className="handout-verdict">
          <h2>{words.verdict}</h2>
          <p>
            <strong>{title}</strong> {note}
          </p>
        </section>
      )}
      {last !== undefined && (
        <section className="handout-last">
          <h2>
            {words.remember}: {last.title}
          </h2>
          <Prose blocks={last.blocks} />
        </section>
      )}
    </article>
  );
}

/** Every file of a side, as the person has it. */
function Program({ lesson, side }: { readonly lesson: Lesson; readonly side: SideName }) {
  const files = useWorkspace((workspace) => workspace.files[side]);
  const { files: originals, highlight } = lesson.sides[side];
  return (
    <section aria-label={sideName(lesson, side)}>
      {Object.entries(files)
        .filter(([, text]) => text.trim() !== '')
        .map(([file, text]) => (
          <Listing
            key={file}
            title={words.file(sideName(lesson, side), file)}
            note={text === originals[file] ? '' : words.edited}
            text={text}
            marked={text === originals[file] ? highlight.filter((lines) => lines.file === file) : []}
          />
        ))}
    </section>
  );
}
