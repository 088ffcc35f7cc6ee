/** On the home page: the way to each published program, and to the answers. Their titles say what is wrong, and wait. */
import { lessons } from '../../lesson/catalog.ts';
import { messages } from '../../messages/en.ts';
import { answersAddress, lessonAddress } from '../shell/route.ts';

const { home: words, parts } = messages.published;

export function PublishedPrograms() {
  const published = lessons.filter((lesson) => lesson.published.length > 0);
  return (
    <section className="home-published" aria-labelledby="published-title">
      <h2 id="published-title">{words.title}</h2>
      <p>{words.lead(published.flatMap((lesson) => lesson.published).length)}</p>
      <ul className="published-rows">
        {published.map((lesson) => (
          <li key={lesson.id}>
            <span className="published-lesson">{messages.lessonLink(lesson.number, lesson.short)}</span>
            <ul>
              {lesson.published.map((one) => (
                <li key={one.part}>
                  <a href={lessonAddress(one)} aria-label={words.link(lesson.short, parts[one.part])}>
                    {parts[one.part]}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p>
        <a href={answersAddress}>{words.answers}</a>
      </p>
    </section>
  );
}
