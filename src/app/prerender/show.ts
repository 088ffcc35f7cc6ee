/** Shows the prerendered screen of a lesson until the page can draw it: the text is read while the script is fetched. */
import type { LessonAddress } from '../../lesson/address.ts';
import { readVisit } from '../../session/visits.ts';
import { useArrangement } from '../../store/arrangement.ts';
import { isPresentationKept } from '../../store/keptPresentation.ts';
import { usePreferences } from '../../store/preferences.ts';
import { showCurrentInRow } from '../shell/row.ts';
import { applyTheme } from '../shell/theme.ts';

/** A page in the background is not painted; then nobody waits for it. */
const PATIENCE_MS = 100;

/**
 * Puts it in the place of what `root` holds, where the page is going to show the same: the first step of a lesson, with
 * the guide open. Returns whether it did.
 */
export function showPrerendered({ lesson, place }: LessonAddress, root: Element): boolean {
  const { guide, guideWidth } = useArrangement.getState();
  if (place.kind !== 'start' || guide === 'folded' || isPresentationKept()) return false;
  // The address of a lesson leads back to the step that the last visit was at.
  if ((readVisit(lesson)?.step ?? 0) !== 0) return false;
  const all = [...document.querySelectorAll('template')];
  const template = all.find(
    ({ dataset }) => dataset['lesson'] === lesson && matchMedia(dataset['media'] ?? '').matches,
  );
  if (template === undefined) return false;
  applyTheme(usePreferences.getState());
  root.replaceChildren(template.content);
  if (guideWidth !== null) {
    root.querySelector<HTMLElement>('.panes')?.style.setProperty('--guide-width', `${guideWidth}px`);
  }
  const links = root.querySelector('.header nav');
  if (links !== null) showCurrentInRow(links);
  return true;
}

/** Resolves when what stands in the page has been painted. */
export async function painted(): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
