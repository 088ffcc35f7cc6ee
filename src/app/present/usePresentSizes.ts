/** The sizes of Present, from the height of the window: type for code, and how much everything else is zoomed. */
import { useSyncExternalStore } from 'react';
import type { Presentation } from '../../store/presentation.ts';

/** Lines of code type to a window's height: 24 pixels on 720 lines, 36 on 1080. */
const CODE = 30;
/** Where the page is zoomed by the browser the window counts fewer pixels, and each is larger. */
const LEAST_CODE = 15;
/** At so many pixels of height everything else is drawn as large as on the lesson's page. */
const PLAIN = 360;

interface Sizes {
  /** height of code's type in CSS pixels */
  readonly code: number;
  /** how many times as large as on the lesson's page prose and pictures may be */
  readonly zoom: number;
}

export function usePresentSizes({ size }: Presentation): Sizes {
  const height = useSyncExternalStore(onResize, () => window.innerHeight);
  return {
    code: Math.round(Math.max(LEAST_CODE, height / CODE) * size.code),
    zoom: Math.max(1, height / PLAIN) * size.prose,
  };
}

function onResize(listener: () => void): () => void {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
}
