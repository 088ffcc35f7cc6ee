/** The home page: what this is, and the lessons as cards. */
import { lessons } from '../../lesson/catalog.ts';
import type { Lesson } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { Icon } from '../../ui/Icon.tsx';
import { stepCount } from '../lesson/published/steps.ts';
import { aboutAddress, lessonAddress } from '../shell/route.ts';
import { Lanes } from './Lanes.tsx';
import { PublishedPrograms } from './PublishedPrograms.tsx';
import './home.css';

const words = messages.home;

export function Home() {
  return (
    <>
      <main className="home" id="content" tabIndex={-1}>
        <section className="hero">
          <div>
            <h1>{words.title}</h1>
            <p>{words.lead}</p>
          </div>
          <Lanes />
        </section>
        <section aria-labelledby="lessons-title">
          <h2 id="lessons-title">{words.lessonsTitle}</h2>
          <ul className="cards">
            {lessons.map((lesson) => (
              <li key={lesson.id}>
                <Card lesson={lesson} />
              </li>
            ))}
          </ul>
        </section>
        <PublishedPrograms />
        <ul className="facts">
          {words.facts.map(({ title, text }) => (
            <li key={title}>
              <h3>{title}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </main>
      <footer className="home-about">
        <a href={aboutAddress}>{messages.about.link}</a>
      </footer>
    </>
  );
}

function Card({ lesson }: { readonly lesson: Lesson }) {
  return (
    <article className="card">
      <p className="card-number">
        {words.cardNumber(lesson.number)} · {lesson.short} · {words.steps(stepCount(lesson))}
      </p>
      <h3>
        <a href={lessonAddress(lesson)}>{lesson.title}</a>
      </h3>
      <p>{lesson.summary}</p>
      <p className="card-open" aria-hidden="true">
        {words.open} <Icon name="next" />
      </p>
    </article>
  );
}
