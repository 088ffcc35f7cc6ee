/** Whose a button is: what stands once on each side has the side in its accessible name, so that a list tells them apart. */
import { createContext, useContext } from 'react';
import { messages } from '../messages/en.ts';

/** The name of the side around it; null outside the sides. */
export const SideNameContext = createContext<string | null>(null);

/** Gives words with the name of the side behind them. */
export function useOfSide(): (words: string) => string {
  const side = useContext(SideNameContext);
  return (words) => (side === null ? words : messages.panes.ofSide(words, side));
}
