/** The home page: what this is, a recorded run of it, and the lessons as cards. */
import { lessonById, lessons } from '../../lesson/catalog.ts';
import { messages } from '../../messages/en.ts';
import { aboutAddress } from '../shell/route.ts';
import { Card } from './Card.tsx';
import { GoOn } from './GoOn.tsx';
import { PublishedPrograms } from './PublishedPrograms.tsx';
import { Recording } from './Recording.tsx';
import { useRecordings, type Recordings } from './useRecordings.ts';
import './home.css';

const words = messages.home;

/** Its two sides tell at a glance that something goes wrong on one of them, and answer no question of the lesson. */
const SHOWN = 'threads';

export function Home() {
  const recordings = useRecordings();
  return (
    <>
      <main className="home" id="content" tabIndex={-1}>
        <section className="hero">
          <div>
            <h1>{words.title}</h1>
            <p>{words.lead}</p>
          </div>
          <GoOn />
        </section>
        <Shown recordings={recordings} />
        <section aria-labelledby="lessons-title">
          <h2 id="lessons-title">{words.lessonsTitle}</h2>
          <ul className="cards">
            {lessons.map((lesson) => (
              <li key={lesson.id}>
                <Card lesson={lesson} recordings={recordings} />
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

/** The recording, or its room while it is on the way. */
function Shown({ recordings }: { readonly recordings: Recordings }) {
  const lesson = lessonById(SHOWN);
  if (lesson === null || recordings.kind === 'absent') return null;
  if (recordings.kind === 'coming') return <div className="recording recording-room" />;
  const runs = recordings.of(lesson);
  return runs === null ? null : <Recording lesson={lesson} runs={runs} />;
}
