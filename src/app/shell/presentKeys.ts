/** What a key press means in Present. Pure. */
import type { PresentAct } from '../../session/presentActs.ts';
import type { KeyUse, Press } from './keys.ts';

/** What only the window itself can do, beside the acts. */
export type PresentKey = PresentAct | 'leave' | 'notes' | 'full-screen';

/** The keys of clickers: they mean the same wherever the focus is, also in the editor. */
const CLICKER: Readonly<Record<string, PresentKey>> = { PageDown: 'next', PageUp: 'previous' };
const WITH_SHIFT: Readonly<Record<string, PresentKey>> = {
  PageDown: 'next-step',
  PageUp: 'previous-step',
  ArrowRight: 'next-event',
  ArrowLeft: 'previous-event',
};
/** Keys that move: tabs and what scrolls take them for themselves. */
const MOVING: Readonly<Record<string, PresentKey>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'spotlight-down',
  ArrowUp: 'spotlight-up',
  Home: 'to-start',
  End: 'to-end',
};
/** Keys that press the button with the focus, where there is one. */
const PRESSING: Readonly<Record<string, PresentKey>> = { Enter: 'run', ' ': 'play' };
const CHARACTERS: Readonly<Record<string, PresentKey>> = {
  '.': 'blank',
  b: 'blank',
  r: 'reveal',
  m: 'slow',
  q: 'code',
  n: 'notes',
  f: 'full-screen',
  p: 'leave',
  '0': 'unlit',
  '1': 'spotlight-broken',
  '2': 'spotlight-fixed',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
};

/**
 * The meaning of a press in Present while the focus is on an element of this use; null when it is not for Present.
 * `letters`: whether single characters are keys; those that clickers send besides are none of them.
 */
export function presentKeyOf(press: Press, use: KeyUse, letters: 'on' | 'off' = 'on'): PresentKey | null {
  const { key, shift, ctrlOrMeta, alt } = press;
  if (alt || ctrlOrMeta) return null;
  if (key in CLICKER) return (shift ? WITH_SHIFT[key] : CLICKER[key]) ?? null;
  if (use === 'typing') return null;
  if (key === 'Escape') return 'leave';
  const character = letters === 'on' ? (CHARACTERS[key.toLowerCase()] ?? null) : null;
  if (use === 'choosing') return character;
  if (shift && key in WITH_SHIFT) return WITH_SHIFT[key] ?? null;
  if (key in PRESSING) return use === 'pressing' ? null : (PRESSING[key] ?? null);
  return MOVING[key] ?? character;
}
