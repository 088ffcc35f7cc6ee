/** Has the other window go on, run both or cover the screen; the keys of Present do the same here. */
import { useEffect } from 'react';
import { present as words } from '../../messages/en.ts';
import { PRESENT_ACTS, type PresentAct } from '../../session/presentActs.ts';
import { useFollowed } from '../../store/followed.ts';
import { usePreferences } from '../../store/preferences.ts';
import { useCommands } from '../shell/context.ts';
import { keyUseOf } from '../shell/keys.ts';
import { presentKeyOf } from '../shell/presentKeys.ts';

const BUTTONS: readonly { readonly act: PresentAct; readonly name: string }[] = [
  { act: 'previous', name: words.controls.previous },
  { act: 'next', name: words.controls.next },
  { act: 'run', name: words.controls.run },
  { act: 'reveal', name: words.controls.reveal },
  { act: 'play', name: words.controls.play },
  { act: 'slow', name: words.controls.slow },
  { act: 'blank', name: words.controls.blank },
  { act: 'code', name: words.controls.code },
];

export function NotesControls() {
  const { askFor } = useCommands();
  const there = useFollowed(({ presenter }) => presenter === 'there');
  useKeys(askFor);
  return (
    <fieldset className="notes-controls" aria-label={words.notes.controls}>
      {BUTTONS.map(({ act, name }) => (
        <button key={act} type="button" className="button" aria-disabled={!there} onClick={() => askFor(act)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}

function useKeys(askFor: (act: PresentAct) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const { key, shiftKey: shift, altKey: alt } = event;
      const press = { key, shift, alt, ctrlOrMeta: event.ctrlKey || event.metaKey };
      const asked = presentKeyOf(
        press,
        keyUseOf(event.target instanceof Element ? event.target : null),
        usePreferences.getState().letterKeys,
      );
      const act = PRESENT_ACTS.find((one) => one === asked);
      if (act === undefined) return;
      event.preventDefault();
      askFor(act);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [askFor]);
}
