/** The bar over a lesson within another page: whose it is, how Python is, and the way to the page itself. */
import type { Lesson } from '../../lesson/schema.ts';
import { embed as words } from '../../messages/en.ts';
import { SHARE_PARTS } from '../../session/sharing.ts';
import type { OpenedLink } from '../../store/openedLink.ts';
import { usePlayback } from '../../store/playback.ts';
import { usePreferences } from '../../store/preferences.ts';
import { currentWorkspace } from '../../store/workspaces.ts';
import { linkOf } from '../share/linkOf.ts';
import { RuntimeLine } from '../shell/RuntimeLine.tsx';
import './embed.css';

/** All of what the reader has before them, to be gone on with. */
const PARTS = new Set(SHARE_PARTS.filter((part) => part !== 'present'));

interface Props {
  readonly lesson: Lesson;
  readonly link: OpenedLink;
}

export function EmbedBar({ lesson, link }: Props) {
  return (
    <header className="embed-bar" aria-label={words.bar}>
      <h1>{lesson.title}</h1>
      <RuntimeLine packages={lesson.packages} />
      <a
        className="button"
        href={link.fragment}
        target="_blank"
        rel="noopener"
        // What stands there by now is known only when it is asked for.
        onClick={({ currentTarget }) => {
          currentTarget.href = addressNow() ?? link.fragment;
        }}
      >
        {words.open}
      </a>
    </header>
  );
}

function addressNow(): string | null {
  const workspace = currentWorkspace();
  const around = { pace: usePreferences.getState().pace, at: usePlayback.getState().at };
  return workspace === null ? null : (linkOf(workspace, around, PARTS)?.address ?? null);
}
