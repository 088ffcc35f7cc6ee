/** Says what is wrong with a file that was picked or dropped. */
import { messages } from '../../messages/en.ts';
import { showWrongFile, usePanels } from '../../store/panels.ts';
import { Icon } from '../../ui/Icon.tsx';

const words = messages.sharing.wrongFile;

export function WrongFileAlert() {
  const wrong = usePanels((panels) => panels.wrongFile);
  if (wrong === null) return null;
  return (
    <div className="failure" role="alert">
      <Icon name="warning" />
      <p>{words[wrong]}</p>
      <button type="button" className="button" onClick={() => showWrongFile(null)}>
        {words.hide}
      </button>
    </div>
  );
}
