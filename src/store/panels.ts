/** Which dialogs are open over the page. */
import { create } from 'zustand';
import type { Comparison } from './comparison.ts';

interface Panels {
  readonly shortcuts: boolean;
  /** null while nothing is compared */
  readonly comparison: Comparison | null;
}

export const usePanels = create<Panels>()(() => ({ shortcuts: false, comparison: null }));

/** Opens or closes the list of keyboard shortcuts. */
export function showShortcuts(shortcuts: boolean): void {
  usePanels.setState({ shortcuts });
}

/** Opens the comparison of two programs; null closes it. */
export function showComparison(comparison: Comparison | null): void {
  usePanels.setState({ comparison });
}
