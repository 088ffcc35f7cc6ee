/** The header of every screen: brand, lessons, Python's status, options. */
import { isPublished, type Lesson } from '../lesson/schema.ts';
import { lessons } from '../lesson/catalog.ts';
import { messages } from '../messages/en.ts';
import { Icon } from '../ui/Icon.tsx';
import { useCommands } from './context.ts';
import { useCurrentInRow } from './intoView.ts';
import { Options } from './Options.tsx';
import { homeAddress, lessonAddress } from './route.ts';
import { RuntimeLine } from './RuntimeLine.tsx';

/** `lesson` is the one on the screen, if any. */
export function Header({ lesson }: { readonly lesson: Lesson | null }) {
  const commands = useCommands();
  const open = lesson === null ? null : isPublished(lesson) ? lesson.within : lesson.id;
  const nav = useCurrentInRow<HTMLElement>(open);
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
          <a key={one.id} href={lessonAddress(one)} aria-current={one.id === open ? 'page' : undefined}>
            {messages.lessonLink(one.number, one.short)}
          </a>
        ))}
      </nav>
      <div className="header-end">
        {lesson !== null && <RuntimeLine packages={lesson.packages} />}
        <button
          type="button"
          className="button quiet square"
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

function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 26 22" aria-hidden="true">
      <path className="brand-broken" d="M2 5h9l-3 5h13" />
      <path className="brand-fixed" d="M2 18h22" />
    </svg>
  );
}
