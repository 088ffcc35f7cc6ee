/** What the device and the person's settings say: dark or light, mouse or finger. */
import { useSyncExternalStore } from 'react';
import type { Room } from '../../lesson/arrangements.ts';
import { usePreferences } from '../../store/preferences.ts';

/** Whether a media query matches now. */
function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

/** Whether the screen is as narrow as a phone; the style sheets turn at the same width. */
export function useNarrow(): boolean {
  return useMedia('(max-width: 700px)');
}

/** Whether the guide stands above the sides; the style sheets turn at the same width. */
export function useStacked(): boolean {
  return useMedia('(max-width: 960px)');
}

/** How much room the screen has. */
export function useRoom(): Room {
  const phone = useNarrow();
  const tablet = useStacked();
  const large = useMedia('(min-width: 1900px) and (min-height: 900px)');
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
