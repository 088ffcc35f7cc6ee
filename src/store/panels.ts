/** Which dialogs are open over the page. */
import { create } from 'zustand';

interface Panels {
  readonly shortcuts: boolean;
}

export const usePanels = create<Panels>()(() => ({ shortcuts: false }));

/** Opens or closes the list of keyboard shortcuts. */
export function showShortcuts(shortcuts: boolean): void {
  usePanels.setState({ shortcuts });
}
