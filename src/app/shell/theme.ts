/** Puts the person's choice of theme on the page; without one the style sheets go by the system's. */
import type { Preferences } from '../../store/preferences.ts';

export function applyTheme({ theme }: Preferences): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
