/** Turns key presses on the page into commands. */
import type { Commands } from '../../session/commands.ts';
import { presentKeyOf } from './presentKeys.ts';
import { actOnKey } from './presentWindow.ts';
import { keyUseOf, shortcutFor, stepKeyOf } from './keys.ts';
import type { Press, Shortcut } from './keys.ts';
import { SIDES } from '../../lesson/schema.ts';
import { useArrangement } from '../../store/arrangement.ts';
import { usePreferences } from '../../store/preferences.ts';
import { anyLive } from '../../store/runs.ts';
import { anySearching } from '../../store/searches.ts';
import { currentWorkspace } from '../../store/workspaces.ts';
import { currentPresentation } from '../../store/presenting.ts';
import { canPlay } from '../../session/moments.ts';

/** Caught on the way down, before an editor can take them. */
const CAUGHT_EARLY: ReadonlySet<Shortcut> = new Set(['run', 'stop', 'shortcuts', 'fold-guide']);

/** Listens for the life of the page. */
export function listenToKeys(commands: Commands): void {
  document.addEventListener('keydown', (event) => handle(event, commands, 'down'), { capture: true });
  document.addEventListener('keydown', (event) => handle(event, commands, 'up'));
}

function handle(event: KeyboardEvent, commands: Commands, way: 'down' | 'up'): void {
  if (event.defaultPrevented || event.isComposing) return;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('dialog') || document.querySelector(':popover-open') !== null) return;
  const press = {
    key: event.key,
    shift: event.shiftKey,
    ctrlOrMeta: event.ctrlKey || event.metaKey,
    alt: event.altKey,
  };
  if (currentPresentation() !== null) return handleInPresent(event, press, commands, way);
  if (way === 'up' && stepByKey(press, target, commands)) return event.preventDefault();
  const shortcut = shortcutFor(press, keyUseOf(target), usePreferences.getState().letterKeys);
  if (shortcut === 'run' && event.repeat) return event.preventDefault();
  if (shortcut === null || CAUGHT_EARLY.has(shortcut) !== (way === 'down') || !applies(shortcut)) return;
  // Escape goes on its way: an editor closes its own search box with it.
  if (shortcut !== 'stop') {
    event.preventDefault();
    event.stopPropagation();
  }
  perform(shortcut, commands);
}

/** Clickers reach Present on the way down, before an editor can take their keys. */
function handleInPresent(event: KeyboardEvent, press: Press, commands: Commands, way: 'down' | 'up'): void {
  const target = event.target instanceof Element ? event.target : null;
  const use = keyUseOf(target);
  const letters = usePreferences.getState().letterKeys;
  const shortcut = shortcutFor(press, use, letters);
  if (way === 'down' && (shortcut === 'run' || shortcut === 'shortcuts')) {
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) perform(shortcut, commands);
    return;
  }
  const key = presentKeyOf(press, use, letters);
  const early = press.key === 'PageDown' || press.key === 'PageUp';
  if (key === null || early !== (way === 'down') || (event.repeat && key === 'run')) return;
  event.preventDefault();
  event.stopPropagation();
  actOnKey(key, commands);
}

/** Steps a side by hand, where the focus is among its threads; false when the press is not for that. */
function stepByKey(press: Press, target: Element | null, commands: Commands): boolean {
  const mark = target?.closest('[data-stepping]')?.getAttribute('data-stepping');
  const side = SIDES.find((name) => name === mark);
  const key = stepKeyOf(press);
  if (side === undefined || key === null) return false;
  if (key === 'undo') commands.undoStep(side);
  else commands.step(side, key);
  return true;
}

/** Whether the shortcut means anything now; else the key keeps what the browser does with it. */
function applies(shortcut: Shortcut): boolean {
  if (shortcut === 'shortcuts') return true;
  const workspace = currentWorkspace();
  if (workspace === null || document.querySelector('[data-screen="lesson"]') === null) return false;
  if (shortcut === 'run') return true;
  // Within another page there is none of these.
  if (shortcut === 'share' || shortcut === 'fold-guide' || shortcut === 'present')
    return useArrangement.getState().name !== 'embed';
  const { runs, searches } = workspace;
  return shortcut === 'stop' ? anyLive(runs) || anySearching(searches) : canPlay(runs);
}

function perform(shortcut: Shortcut, commands: Commands): void {
  switch (shortcut) {
    case 'run':
      return commands.runBoth();
    case 'stop':
      return commands.stop();
    case 'toggle-play':
      return commands.togglePlay();
    case 'next-event':
      return commands.nextEvent();
    case 'previous-event':
      return commands.previousEvent();
    case 'jump-forward':
      return commands.jumpForward();
    case 'jump-back':
      return commands.jumpBack();
    case 'to-start':
      return commands.toStart();
    case 'to-end':
      return commands.toEnd();
    case 'fold-guide':
      return commands.foldGuide('other way');
    case 'present':
      return commands.present();
    case 'shortcuts':
      return commands.showShortcuts(true);
    case 'share':
      return commands.showShare(true);
  }
}
