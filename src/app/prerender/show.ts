/** Shows the prerendered screen of a lesson until the page can draw it: the text is read while the script is fetched. */
import { storedNames } from '../../base/storage.ts';
import { readLessonAddress } from '../../lesson/address.ts';
import { readVisit } from '../../session/visits.ts';
import { useArrangement } from '../../store/arrangement.ts';
import { isPresentationKept } from '../../store/keptPresentation.ts';
import { usePreferences } from '../../store/preferences.ts';
import { showCurrentInRow } from '../shell/row.ts';
import { applyTheme } from '../shell/theme.ts';

/** A page in the background is not painted; then nobody waits for it. */
const PATIENCE_MS = 100;

/**
 * Puts it in the place of what `root` holds, where the page is going to show the same at the address of now: the first
 * step of a lesson, with the guide open and the code as the lesson has it. Returns whether it did.
 */
export function showPrerendered(root: Element): boolean {
  const text = prerendered();
  if (text === null) return false;
  applyTheme(usePreferences.getState());
  root.replaceChildren(text);
  const { guideWidth } = useArrangement.getState();
  if (guideWidth !== null) {
    root.querySelector<HTMLElement>('.panes')?.style.setProperty('--guide-width', `${guideWidth}px`);
  }
  const links = root.querySelector('.header nav');
  if (links !== null) showCurrentInRow(links);
  return true;
}

function prerendered(): Node | null {
  const address = readLessonAddress(location.hash);
  if (address === null || address.place.kind !== 'start') return null;
  const { lesson } = address;
  if (useArrangement.getState().guide === 'folded' || isPresentationKept()) return null;
  // The address of a lesson leads back to the step that the last visit was at; over edited code the guide says so.
  if ((readVisit(lesson)?.step ?? 0) !== 0 || storedNames(`drafts/${lesson}`).length > 0) return null;
  const all = [...document.querySelectorAll('template')];
  const template = all.find(
    ({ dataset }) => dataset['lesson'] === lesson && matchMedia(dataset['media'] ?? '').matches,
  );
  return template?.content.cloneNode(true) ?? null;
}

/** Resolves when what stands in the page has been painted. */
export async function painted(): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
