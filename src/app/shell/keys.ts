/** Which shortcut a key press means. Pure, apart from asking the element that has the focus what it is. */

export type Shortcut =
  | 'run'
  | 'stop'
  | 'toggle-play'
  | 'next-event'
  | 'previous-event'
  | 'jump-forward'
  | 'jump-back'
  | 'to-start'
  | 'to-end'
  | 'fold-guide'
  | 'shortcuts'
  | 'share';

/** Whether letters by themselves are shortcuts. */
export type LetterKeys = 'on' | 'off';

/** What the focused element does with keys itself. */
export type KeyUse =
  /** takes every key: an editor, a text field, a list */
  | 'typing'
  /** takes Space and Enter: a button, a link */
  | 'pressing'
  /** takes arrows too: tabs, radio buttons */
  | 'choosing'
  /** takes what moves its content: arrows, Home, End, Space */
  | 'scrolling'
  | 'none';

export interface Press {
  readonly key: string;
  readonly shift: boolean;
  readonly ctrlOrMeta: boolean;
  readonly alt: boolean;
}

/** The shortcut for a press while the focus is on an element of this use, or null when the press is not for us. */
export function shortcutFor(press: Press, use: KeyUse, letters: LetterKeys = 'on'): Shortcut | null {
  if (press.alt) return null;
  if (press.ctrlOrMeta) return press.key === 'Enter' ? 'run' : null;
  if (press.key === 'Escape') return 'stop';
  // Not a sign such as `?`: the list of keys opens also while typing.
  if (press.key === 'F1') return press.shift ? null : 'shortcuts';
  if (press.key === 'F2') return press.shift ? null : 'fold-guide';
  if (use === 'typing') return null;
  const letter = letters === 'on' ? letterKey(press) : null;
  if (letter !== null || use === 'choosing' || use === 'scrolling') return letter;
  if (press.key === ' ') return use === 'none' && !press.shift ? 'toggle-play' : null;
  return travel(press);
}

/** Keys of one letter. Whoever dictates or slips can switch them off (WCAG 2.1.4). */
function letterKey({ key, shift }: Press): Shortcut | null {
  return !shift && key.toLowerCase() === 's' ? 'share' : null;
}

/**
 * What a press means while the focus is among the threads to choose from: the number of a thread, or Undo. Only there,
 * so that no character is taken from whoever types or dictates elsewhere.
 */
export function stepKeyOf({ key, ctrlOrMeta, alt }: Press): number | 'undo' | null {
  if (ctrlOrMeta || alt) return null;
  if (/^\d$/.test(key)) return Number(key);
  return key === 'u' || key === 'U' ? 'undo' : null;
}

function travel({ key, shift }: Press): Shortcut | null {
  switch (key) {
    case 'ArrowRight':
      return shift ? 'jump-forward' : 'next-event';
    case 'ArrowLeft':
      return shift ? 'jump-back' : 'previous-event';
    case 'Home':
      return shift ? null : 'to-start';
    case 'End':
      return shift ? null : 'to-end';
    default:
      return null;
  }
}

/** What an element does with keys. The playhead's slider is ours: its arrows step by event. */
export function keyUseOf(element: Element | null): KeyUse {
  if (element === null) return 'none';
  if (element.closest('.monaco-editor, textarea, select, [contenteditable="true"]') !== null) return 'typing';
  const input = element.closest('input');
  if (input !== null) {
    if (input.type === 'range') return 'none';
    return input.type === 'radio' ? 'choosing' : 'typing';
  }
  if (element.closest('[role="tablist"]') !== null) return 'choosing';
  if (element.closest('button, a[href], summary') !== null) return 'pressing';
  const region = element.closest('[tabindex="0"]');
  return region !== null && hasMore(region) ? 'scrolling' : 'none';
}

/** Whether there is more in a region than shows. */
function hasMore(region: Element): boolean {
  return region.scrollHeight > region.clientHeight || region.scrollWidth > region.clientWidth;
}
