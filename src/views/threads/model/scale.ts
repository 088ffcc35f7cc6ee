/** Scale: how many events a range holds, and what is to be looked at. One for the page: both sides keep one scale. */
import { useSyncExternalStore } from 'react';
import type { Picture } from '../../../trace/picture.ts';

/** Events of one side that are to be in view together, by rank, in order. */
export interface Look {
  readonly picture: Picture;
  readonly ranks: readonly number[];
}

interface Scale {
  /** null for the whole axis */
  readonly span: number | null;
  readonly look: Look | null;
  /** the pictures it was chosen for */
  readonly pictures: readonly Picture[];
}

const WHOLE: Scale = { span: null, look: null, pictures: [] };

let scale = WHOLE;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The scale for these pictures: the whole axis again as soon as one of them is of a new run. */
export function scaleFor(pictures: readonly Picture[], chosen = scale): Pick<Scale, 'span' | 'look'> {
  return pictures.every((picture) => chosen.pictures.includes(picture)) ? chosen : WHOLE;
}

/** The same, and the component is drawn anew when another scale is chosen. */
export function useScale(pictures: readonly Picture[]): Pick<Scale, 'span' | 'look'> {
  return scaleFor(
    pictures,
    useSyncExternalStore(subscribe, () => scale),
  );
}

/** Shows these pictures at this span from now on. */
export function setScale(pictures: readonly Picture[], span: number | null, look: Look | null = null): void {
  scale = { span, look, pictures };
  for (const listener of listeners) listener();
}
