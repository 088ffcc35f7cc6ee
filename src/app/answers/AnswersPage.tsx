/** The page of answers: practices and questions as they are usually put, the usual answer, ours, and runs that prove it. */
import type { Answer } from '../../lesson/answers.ts';
import { answers } from '../../lesson/catalog.ts';
import { messages } from '../../messages/en.ts';
import { Prose, Words } from '../lesson/Prose.tsx';
import './answers.css';

const words = messages.published.answers;

export function AnswersPage() {
  return (
    <main className="prose-page answers" id="content" tabIndex={-1}>
      <h1>{answers.title}</h1>
      <p className="answers-lead">{answers.lead}</p>
      {answers.sections.map(({ title, answers: list }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          {list.map((one, index) => (
            <AnswerOf key={index} answer={one} />
          ))}
        </section>
      ))}
    </main>
  );
}

function AnswerOf({ answer: { about, usual, ours, runs } }: { readonly answer: Answer }) {
  return (
    <article className="answer">
      <h3>
        <Words words={about} />
      </h3>
      <div className="answer-usual">
        <h4>{words.usual}</h4>
        <Prose blocks={usual} />
      </div>
      <div>
        <h4>{words.ours}</h4>
        <Prose blocks={ours} />
      </div>
      <div className="answer-runs">
        <h4>{words.runs}</h4>
        <ul>
          {runs.map(({ href, words: inlines }) => (
            <li key={href}>
              <a href={href}>
                <Words words={inlines} />
              </a>
            </li>
          ))}
        </ul>
      </div>
    </article>
  );
}
