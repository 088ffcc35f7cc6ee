/** Where to go from here: to the first lesson, or back to the place last open. */
import { lessons } from '../../lesson/catalog.ts';
import { isPublished } from '../../lesson/schema.ts';
import { home, messages } from '../../messages/en.ts';
import { useProgress } from '../../store/progress.ts';
import { Icon } from '../../ui/Icon.tsx';
import { lessonAddress } from '../shell/route.ts';
import { whereToGoOn, type Place } from './progress.ts';

export function GoOn() {
  const progress = useProgress();
  const place = whereToGoOn(progress, lessons);
  const [first] = lessons;
  if (place === null && progress.last !== null) return <p className="go-on">{home.allDone}</p>;
  if (place === null) {
    return first === undefined ? null : (
      <p className="go-on">
        <a className="button" href={lessonAddress(first)}>
          {home.begin}
          <Icon name="next" />
        </a>
      </p>
    );
  }
  return (
    <p className="go-on">
      <a className="button primary" href={place.address}>
        {home.goOn}
        <Icon name="next" />
      </a>
      <span>{wordsOf(place)}</span>
    </p>
  );
}

function wordsOf({ lesson, step, title }: Place): string {
  if (isPublished(lesson)) return home.goOnIn(messages.published.step, title);
  return home.goOnAt(lesson.number, lesson.short, (step ?? 0) + 1, title);
}
