/** Whether prose stands in the guide, beside what it speaks of; slides, notes and paper have the same prose alone. */
import { createContext, use } from 'react';

export const InGuide = createContext(false);

export function useInGuide(): boolean {
  return use(InGuide);
}
