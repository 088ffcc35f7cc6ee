/** The controls that steps name in bold: where each stands on the page, and how it is shown to somebody who looks for it. */
import { entries, messages } from '../../messages/en.ts';

export interface Control {
  /** matches it where it is on the page */
  readonly selector: string;
  /** its words, where several stand in one place */
  readonly words: string | null;
  /** whether the panel of the set-up has to be open for it to be there */
  readonly inSetup: boolean;
}

const { run, reset, schedule } = messages;
const one = (selector: string): Control => ({ selector, words: null, inSetup: false });
const inSetup = (words: string): Control => ({
  selector: '.setup-panel :is(.button, .segments label)',
  words,
  inSetup: true,
});

const CONTROLS: ReadonlyMap<string, Control> = new Map([
  [run.both, one('.run-buttons .primary')],
  [reset.lesson, one('.run-reset')],
  [entries.tryAll, inSetup(entries.tryAll)],
  ...Object.values(schedule.models).map((model) => [model, inSetup(model)] as const),
  [schedule.search.find, one('.find')],
]);

/** The control of these words; null where they are words like any other. */
export function controlCalled(words: string): Control | null {
  return CONTROLS.get(words) ?? null;
}

/** How long it stays marked. Milliseconds. */
const MARKED = 2_400;

/** Opens what it lies in, brings it into view, gives it the focus and marks it for a moment. */
export function showControl(control: Control): void {
  const setup = document.querySelector<HTMLButtonElement>('.setup-button');
  if (control.inSetup && setup?.getAttribute('aria-expanded') === 'false') setup.click();
  // The panel is drawn in the next frame.
  requestAnimationFrame(() => {
    const found = elementOf(control);
    if (found === null) return;
    found.scrollIntoView({ block: 'nearest' });
    const focused = found.matches('label') ? found.querySelector('input') : found;
    focused?.focus({ preventScroll: true });
    found.dataset['shown'] = 'true';
    setTimeout(() => delete found.dataset['shown'], MARKED);
  });
}

function elementOf({ selector, words }: Control): HTMLElement | null {
  const found = [...document.querySelectorAll<HTMLElement>(selector)];
  return found.find(({ textContent }) => words === null || textContent.trim() === words) ?? null;
}
