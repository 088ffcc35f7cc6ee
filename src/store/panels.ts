/** Which dialogs are open over the page, and what is wrong with a file that was to be opened. */
import { create } from 'zustand';
import type { Comparison } from './comparison.ts';

interface Panels {
  readonly shortcuts: boolean;
  /** null while nothing is compared */
  readonly comparison: Comparison | null;
  readonly share: boolean;
  readonly yourData: boolean;
  readonly wrongFile: WrongFile | null;
}

export type WrongFile =
  | 'no link'
  | 'too large'
  | 'no trace'
  | 'contradictory trace'
  | 'large trace'
  | 'trace of no lesson';

export const usePanels = create<Panels>()(() => ({
  shortcuts: false,
  comparison: null,
  share: false,
  yourData: false,
  wrongFile: null,
}));

/** Opens or closes the list of keyboard shortcuts. */
export function showShortcuts(shortcuts: boolean): void {
  usePanels.setState({ shortcuts });
}

/** Opens the comparison of two programs; null closes it. */
export function showComparison(comparison: Comparison | null): void {
  usePanels.setState({ comparison });
}

/** Opens or closes what hands the lesson on. */
export function showShare(share: boolean): void {
  usePanels.setState({ share });
}

/** Opens or closes what tells of all that the browser keeps. */
export function showYourData(yourData: boolean): void {
  usePanels.setState({ yourData });
}

/** Says what is wrong with a file; null takes it back. */
export function showWrongFile(wrongFile: WrongFile | null): void {
  usePanels.setState({ wrongFile });
}
