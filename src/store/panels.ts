/** Which dialogs are open over the page, and what is wrong with a file that was to be opened. */
import { create } from 'zustand';

interface Panels {
  readonly shortcuts: boolean;
  readonly share: boolean;
  readonly wrongFile: WrongFile | null;
}

export type WrongFile = 'no link' | 'too large';

export const usePanels = create<Panels>()(() => ({ shortcuts: false, share: false, wrongFile: null }));

/** Opens or closes the list of keyboard shortcuts. */
export function showShortcuts(shortcuts: boolean): void {
  usePanels.setState({ shortcuts });
}

/** Opens or closes what hands the lesson on. */
export function showShare(share: boolean): void {
  usePanels.setState({ share });
}

/** Says what is wrong with a file; null takes it back. */
export function showWrongFile(wrongFile: WrongFile | null): void {
  usePanels.setState({ wrongFile });
}
