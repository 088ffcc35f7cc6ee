/** What axe finds on the page as it stands, in light and in dark. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const SCHEMES = ['light', 'dark'] as const;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another scheme of colours can change; all else is found in light already. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
// What passed is not looked up in detail: that takes longer than finding what did not.
const RESULTS = { resultTypes: ['violations' as const] };

/**
 * Each finding as `dark, color-contrast: where`. The page is left as a person has it who set nothing.
 * @param within a selector, where only a part of the page is asked about
 */
export async function findings(page: Page, within = 'html'): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await colorsHaveSettled(page);
    // Without the page of its own that axe would open to put frames together: those in which Python runs show nothing.
    const axe = new AxeBuilder({ page }).setLegacyMode().include(within).options(RESULTS);
    const { violations } = await (colorScheme === 'light'
      ? axe.withTags(TAGS)
      : axe.withRules(OF_COLOURS)
    ).analyze();
    for (const { id, nodes } of violations) {
      found.push(`${colorScheme}, ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  return found;
}

async function colorsHaveSettled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What listens for the scheme has drawn by the second frame.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const transitions = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  });
}
