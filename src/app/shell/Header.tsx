/** The header of every screen: brand, lessons, Python's status, options. */
import type { Lesson } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useCommands } from './context.ts';
import { Brand, LessonLinks } from './HeaderLinks.tsx';
import { Options } from './Options.tsx';
import { RuntimeLine } from './RuntimeLine.tsx';

interface Props {
  /** the one on the screen, if any */
  readonly lesson: Lesson | null;
  /** whether the page of answers is on the screen */
  readonly answers: boolean;
}

export function Header({ lesson, answers }: Props) {
  const commands = useCommands();
  return (
    <header className="header">
      <Brand />
      <LessonLinks lesson={lesson} answers={answers} />
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
