/** What the device and the person's settings say: dark or light, mouse or finger. */
import { useSyncExternalStore } from 'react';
import type { Room } from '../../lesson/arrangements.ts';
import { usePreferences } from '../../store/preferences.ts';
import { LARGE, NARROW, STACKED } from './rooms.ts';

/** A media query that is listened to; made once, since components ask at every rendering. */
interface Listened {
  readonly subscribe: (listener: () => void) => () => void;
  readonly matches: () => boolean;
}

const listened = new Map<string, Listened>();

function listenTo(query: string): Listened {
  const known = listened.get(query);
  if (known !== undefined) return known;
  const list = matchMedia(query);
  const made: Listened = {
    subscribe: (listener) => {
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    matches: () => list.matches,
  };
  listened.set(query, made);
  return made;
}

/** Whether a media query matches now. */
function useMedia(query: string): boolean {
  const { subscribe, matches } = listenTo(query);
  return useSyncExternalStore(subscribe, matches);
}

/** Whether the screen is as narrow as a phone; the style sheets turn at the same width. */
export function useNarrow(): boolean {
  return useMedia(NARROW);
}

/** Whether the guide stands above the sides; the style sheets turn at the same width. */
export function useStacked(): boolean {
  return useMedia(STACKED);
}

/** How much room the screen has. */
export function useRoom(): Room {
  const phone = useNarrow();
  const tablet = useStacked();
  const large = useMedia(LARGE);
  if (phone) return 'phone';
  if (tablet) return 'tablet';
  return large ? 'large' : 'laptop';
}

/** Whether the person wants nothing to move by itself. */
export function useStill(): boolean {
  return useMedia('(prefers-reduced-motion: reduce)');
}

/** Whether the page is dark: the person's choice, else the system's. */
export function useDark(): boolean {
  const theme = usePreferences((preferences) => preferences.theme);
  const system = useMedia('(prefers-color-scheme: dark)');
  return theme === 'system' ? system : theme === 'dark';
}

/** Which editor to show: the person's choice, else plain text where fingers do the pointing. */
export function useEditorKind(): 'full' | 'plain' {
  const choice = usePreferences((preferences) => preferences.editor);
  const coarse = useMedia('(pointer: coarse)');
  if (choice === 'auto') return coarse ? 'plain' : 'full';
  return choice;
}
