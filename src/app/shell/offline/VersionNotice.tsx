/** The strip that offers a new version of the page: between runs, and never by itself. */
import { messages } from '../../../messages/en.ts';
import { useOffline } from '../../../store/offline.ts';
import { isBusy } from '../../../store/workspace.ts';
import { useWorkspaceIfOpen } from '../../../store/workspaces.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useOfflineCommands } from '../context.ts';
import '../../../ui/notice.css';

const words = messages.offline.version;

export function VersionNotice() {
  const { version, putOff } = useOffline();
  const busy = useWorkspaceIfOpen(isBusy) ?? false;
  const { takeNewVersion, putVersionOff } = useOfflineCommands();
  const shown = version !== 'newest' && !putOff && !busy;
  const later = () => {
    putVersionOff();
    // The button is gone now, and the keyboard's focus with it.
    document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
  };
  return (
    <div aria-live="polite">
      {shown && (
        <section className="notice" aria-label={words.label}>
          <Icon name="reset" />
          <p>{words[version]}</p>
          <button type="button" className="button" onClick={takeNewVersion}>
            {version === 'waiting' ? words.take : words.reload}
          </button>
          <button type="button" className="button quiet" onClick={later}>
            {words.later}
          </button>
        </section>
      )}
    </div>
  );
}
