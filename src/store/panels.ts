/** Which dialogs are open over the page. */
import { create } from 'zustand';

interface Panels {
  readonly shortcuts: boolean;
  readonly yourData: boolean;
}

export const usePanels = create<Panels>()(() => ({ shortcuts: false, yourData: false }));

/** Opens or closes the list of keyboard shortcuts. */
export function showShortcuts(shortcuts: boolean): void {
  usePanels.setState({ shortcuts });
}

/** Opens or closes what tells of all that the browser keeps. */
export function showYourData(yourData: boolean): void {
  usePanels.setState({ yourData });
}
