/** The memory lesson on the real interpreter: what it shows, and what its prose tells the reader to try. */
import { expect } from '@playwright/test';
import { LessonPage, type SidePage } from './page.ts';
import { test } from './visit.ts';

let lesson: LessonPage;
let broken: SidePage;
let fixed: SidePage;

test.beforeEach(async ({ page }) => {
  lesson = new LessonPage(page);
  [broken, fixed] = [lesson.side('Broken'), lesson.side('Fixed')];
  await lesson.open('memory');
  await lesson.pythonIsLive();
});

async function run(side: SidePage): Promise<void> {
  await side.run();
  await lesson.ended();
}

test('both sides: fifty screens stay on the left, none on the right, and the chain says why', async () => {
  await lesson.runBoth();
  await lesson.ended();
  await expect(broken.counter('Screens alive')).toHaveText('50');
  await expect(fixed.counter('Screens alive')).toHaveText('0');
  await expect(broken.figure).toContainText('50 Screen objects left, each still reachable.');
  await expect(fixed.figure).toContainText('Nothing has piled up.');
  const chain = broken.figure.getByRole('list', { name: /^Why one Screen is alive/ });
  await expect(chain.getByRole('listitem')).toHaveText([
    'Screen',
    'bound method show',
    'list listeners',
    'Feed',
    'global feed',
  ]);
  await expect(broken.figure).toHaveAccessibleName(/50 Screen objects alive\..*held by global “feed”\./);
  await expect(lesson.verdict).toContainText(
    /Broken holds 5\.0.MB at the end, Fixed .+: 50 Screens are still alive against 0\./,
  );
});

test('one run: its picture follows the playhead, and the line that grew has its figure beside it', async ({
  page,
}) => {
  await run(broken);
  await test.step('the picture and its words', async () => {
    await broken.openTab('Table');
    const now = broken.report
      .getByRole('row', { name: /^Screen objects/ })
      .getByRole('cell')
      .first();
    await expect(now).toHaveText('50');
    await lesson.playhead.fill(String(Math.round((await lesson.moment()) / 2)));
    await expect(now).not.toHaveText('50');
    await expect(broken.figure).toContainText('so far.');
    await expect(broken.figure).toContainText('Who holds what is left is looked up at the end.');
  });
  await test.step('the figure beside the line, until the code is changed', async () => {
    await lesson.playhead.press('End');
    const note = broken.region.locator('.line-note');
    await expect(note).toHaveText(/^\+\d\.\d.MB$/);
    await expect(broken.code).toContainText('self.pixels = bytearray(100_000)');
    await expect(broken.code.getByText('100_000', { exact: true }), 'a number of one colour').toBeVisible();
    // In a narrow line it goes below, in one piece.
    const size = page.viewportSize() ?? { width: 1280, height: 720 };
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(async () => (await broken.code.boundingBox())?.width).toBeLessThanOrEqual(390);
    await expect.poll(async () => (await note.first().boundingBox())?.x).toBeLessThan(200);
    await expect(note).toHaveText(/^\+\d\.\d.MB$/);
    await page.setViewportSize(size);
    await broken.write('pass\n');
    await expect(note).toHaveCount(0);
  });
});

test('variations: a weak reference, the published example, a cached method, a kept exception', async () => {
  await test.step('a plain weak reference keeps the memory flat and delivers nothing', async () => {
    await lesson.loadVariation('A plain weak reference');
    await run(fixed);
    await expect(fixed.output).toContainText('0 of 50 screens showed the price');
    await expect(fixed.counter('Screens alive')).toHaveText('0');
  });
  await test.step('the published example is late garbage', async () => {
    await lesson.loadVariation('The famous example');
    await run(broken);
    await expect(broken.figure).toContainText(/late garbage, not a leak|Nothing has piled up/);
    await lesson.loadVariation('The same, collector off');
    await run(broken);
    await expect(broken.figure).toContainText('20,000 Node objects only waited for the collector.');
    await expect(broken.figure).toContainText('late garbage, not a leak');
    await expect(broken.figure).toContainText('The program has switched the collector off.');
  });
  await test.step('a cached method and a kept exception keep their objects', async () => {
    await lesson.loadVariation('A cached method');
    await run(broken);
    await expect(broken.figure).toContainText('50 Report objects left, each still reachable.');
    const chainOf = (name: string) =>
      broken.figure
        .getByRole('list', { name: new RegExp(`^Why one ${name} is alive`) })
        .getByRole('listitem');
    await expect(chainOf('Report')).toHaveText([
      'Report',
      'lru_cache of total',
      'class Report',
      'global Report',
    ]);
    await lesson.loadVariation('An exception that was kept');
    await run(broken);
    await expect(broken.figure).toContainText('50 Order objects left, each still reachable.');
    await expect(chainOf('Order').nth(1)).toHaveText('frame of ship');
  });
});
