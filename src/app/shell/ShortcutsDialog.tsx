/** The list of keyboard shortcuts. */
import { messages, present } from '../../messages/en.ts';
import { usePanels } from '../../store/panels.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useCommands } from './context.ts';

const words = messages.shortcuts;

export function ShortcutsDialog() {
  const open = usePanels((panels) => panels.shortcuts);
  const { showShortcuts } = useCommands();
  return (
    <Dialog title={words.title} closeLabel={words.close} open={open} onClose={() => showShortcuts(false)}>
      {[...words.groups, present.shortcuts].map(({ title, keys }) => (
        <section key={title} className="shortcuts">
          <h3>{title}</h3>
          <dl>
            {keys.map(({ keys: names, does }) => (
              <div key={does}>
                <dt>
                  {names.map((name) => (
                    <kbd key={name}>{name}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
