/** What this window presents, and whether the teacher's notes are open in another, or the browser refused to open it. */
import { create } from 'zustand';
import type { Presentation } from './presentation.ts';

interface Presenting {
  /** null while nothing is presented */
  readonly presentation: Presentation | null;
  readonly notes: 'open' | 'closed' | 'refused';
}

export const usePresenting = create<Presenting>()(() => ({ presentation: null, notes: 'closed' }));

/** The presentation of this window; null while nothing is presented. */
export function currentPresentation(): Presentation | null {
  return usePresenting.getState().presentation;
}

export function setPresentation(presentation: Presentation | null): void {
  usePresenting.setState({ presentation });
}

export function setNotesWindow(notes: Presenting['notes']): void {
  if (usePresenting.getState().notes !== notes) usePresenting.setState({ notes });
}
