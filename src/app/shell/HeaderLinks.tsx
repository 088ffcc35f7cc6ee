/** The links of the header: the brand, which leads home, the lessons and the page of answers. */
import { lessons } from '../../lesson/catalog.ts';
import { isPublished, type Lesson } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { useCurrentInRow } from './intoView.ts';
import { answersAddress, homeAddress, lessonAddress } from './route.ts';

export function Brand() {
  const [first, second] = messages.brandParts;
  return (
    <a className="brand" href={homeAddress} aria-label={messages.brand}>
      <BrandMark />
      <span>
        {first}
        <b>{second}</b>
      </span>
    </a>
  );
}

interface Props {
  /** the one on the screen, if any */
  readonly lesson: Lesson | null;
  /** whether the page of answers is on the screen */
  readonly answers: boolean;
}

export function LessonLinks({ lesson, answers }: Props) {
  const open = lesson === null ? null : isPublished(lesson) ? lesson.within : lesson.id;
  const nav = useCurrentInRow<HTMLElement>(answers ? answersAddress : open);
  return (
    <nav ref={nav} aria-label={messages.lessonsNav}>
      {lessons.map((one) => (
        <a
          key={one.id}
          href={lessonAddress(one)}
          aria-current={currentIn(one.id === open, one.id === lesson?.id)}
        >
          {messages.lessonLink(one.number, one.short)}
        </a>
      ))}
      <a href={answersAddress} aria-current={answers ? 'page' : undefined}>
        {messages.published.answers.link}
      </a>
    </nav>
  );
}

/** The lesson's own page, or a page within it. */
function currentIn(open: boolean, itself: boolean): 'page' | 'true' | undefined {
  if (!open) return undefined;
  return itself ? 'page' : 'true';
}

function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 26 22" aria-hidden="true">
      <path className="brand-broken" d="M2 5h9l-3 5h13" />
      <path className="brand-fixed" d="M2 18h22" />
    </svg>
  );
}
