/** The header of every screen: brand, lessons, Python's status, options. */
import { isPublished, type Lesson } from '../../lesson/schema.ts';
import { lessons } from '../../lesson/catalog.ts';
import { messages } from '../../messages/en.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useCommands } from './context.ts';
import { useCurrentInRow } from './intoView.ts';
import { Options } from './Options.tsx';
import { answersAddress, homeAddress, lessonAddress } from './route.ts';
import { RuntimeLine } from './RuntimeLine.tsx';

interface Props {
  /** the one on the screen, if any */
  readonly lesson: Lesson | null;
  /** whether the page of answers is on the screen */
  readonly answers: boolean;
}

export function Header({ lesson, answers }: Props) {
  const commands = useCommands();
  const open = lesson === null ? null : isPublished(lesson) ? lesson.within : lesson.id;
  const nav = useCurrentInRow<HTMLElement>(answers ? answersAddress : open);
  const [first, second] = messages.brandParts;
  return (
    <header className="header">
      <a className="brand" href={homeAddress} aria-label={messages.brand}>
        <BrandMark />
        <span>
          {first}
          <b>{second}</b>
        </span>
      </a>
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
      <div className="header-end">
        {lesson !== null && <RuntimeLine packages={lesson.packages} />}
        {lesson !== null && (
          <button
            type="button"
            className="button quiet"
            aria-label={messages.sharing.open}
            aria-haspopup="dialog"
            onClick={() => commands.showShare(true)}
          >
            <Icon name="share" />
            <span className="wide-only">{messages.sharing.open}</span>
          </button>
        )}
        <button
          type="button"
          className="button quiet square header-keys"
          aria-label={messages.options.shortcuts}
          title={messages.options.shortcuts}
          onClick={() => commands.showShortcuts(true)}
        >
          <span aria-hidden="true">?</span>
        </button>
        <Options paced={lesson?.schedule === undefined}>
          <Icon name="settings" />
          <span className="wide-only">{messages.options.open}</span>
        </Options>
      </div>
    </header>
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
