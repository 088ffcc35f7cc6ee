/** Whether the page is being printed. What is only printed is drawn before the browser takes its picture of the page. */
import { flushSync } from 'react-dom';
import { useSyncExternalStore } from 'react';

/** Pictures look here: on paper they are drawn at once, and as fine as can be. */
const MARK = 'printing';

export function usePrinting(): boolean {
  return useSyncExternalStore(onPrinting, isPrinting);
}

function isPrinting(): boolean {
  return MARK in document.documentElement.dataset;
}

function onPrinting(listener: () => void): () => void {
  const begin = () => {
    document.documentElement.dataset[MARK] = '';
    // The browser prints as soon as its listeners have returned.
    flushSync(listener);
  };
  const end = () => {
    delete document.documentElement.dataset[MARK];
    listener();
  };
  const medium = matchMedia('print');
  const change = () => (medium.matches ? begin() : end());
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  medium.addEventListener('change', change);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
    medium.removeEventListener('change', change);
  };
}
