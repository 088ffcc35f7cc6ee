/** A page as on a person's first visit, in a browser context that all tests of a worker share. */
import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { LessonPage } from './page.ts';

/** A context and a page in it that stays open. */
interface Home {
  readonly context: BrowserContext;
  readonly keeper: Page;
}

/**
 * Python's interpreter is compiled once for all pages of a context, as long as one of them has it. Compiling takes half
 * of the time to open a lesson, so a page that has it stays open. What a test leaves in the browser is cleared away.
 * Tests that set up a context of their own, or that look into what a visit leaves behind, use Playwright's own `test`.
 */
export const test = base.extend<object, { home: Home }>({
  home: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport } = project.use;
      const context = await browser.newContext({
        ...(baseURL === undefined ? {} : { baseURL }),
        ...(viewport === undefined ? {} : { viewport }),
        serviceWorkers: 'block',
      });
      const keeper = await context.newPage();
      await keeper.goto('./#/asyncio');
      await new LessonPage(keeper).pythonIsLive();
      await use({ context, keeper });
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ home: { context, keeper }, baseURL }, use) => {
    await use(context);
    for (const page of context.pages()) if (page !== keeper) await page.close();
    await context.clearPermissions();
    await context.clearCookies();
    const session = await context.newCDPSession(keeper);
    const { origin } = new URL(baseURL ?? '');
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await session.detach();
  },
  page: async ({ context }, use) => {
    await use(await context.newPage());
  },
});
