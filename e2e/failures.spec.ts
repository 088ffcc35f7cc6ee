/** When a part of the page cannot be drawn: a sentence stands in its place, the rest goes on, and no code is lost. */
import { expect, type Page } from '@playwright/test';
import { LessonPage } from './page.ts';
import { test } from './visit.ts';

const MINE = 'print("mine")\n1 / 0\n';

/** From now on a method throws, for elements of this class only (or for everything); `restore` takes that back. */
async function breakMethod(page: Page, owner: string, method: string, onClass: string | null): Promise<void> {
  await page.evaluate(
    ([name, key, className]) => {
      const { prototype } = Reflect.get(window, name);
      const original = prototype[key];
      prototype[key] = function broken(...args: unknown[]) {
        const element: unknown = args[0] instanceof Element ? args[0] : this;
        const meant =
          className === null || (element instanceof Element && element.classList.contains(className));
        if (meant) throw new Error('broken by the test');
        return Reflect.apply(original, this, args);
      };
      Object.assign(window, { restore: () => void (prototype[key] = original) });
    },
    [owner, method, onClass] as const,
  );
}

async function restore(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.get(window, 'restore')());
}

/** Back only once the lesson is gone: two changes of the address at once would leave it where it is. */
async function leaveAndComeBack(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Faultline', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Run both' })).toBeHidden();
  await page.goBack();
}

test('a picture, an ending and a whole screen', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open();
  await lesson.pythonIsLive();
  const broken = lesson.side('Broken');
  await broken.write(MINE);

  await breakMethod(page, 'Array', 'toReversed', null);
  await broken.run();
  await expect(broken.region.getByRole('alert')).toContainText('How the run ended could not be shown');
  await expect(broken.output).toContainText('mine');
  await restore(page);
  await broken.region.getByRole('button', { name: 'Try again' }).click();
  await expect(broken.ending).toContainText('ZeroDivisionError');

  await breakMethod(page, 'ResizeObserver', 'observe', 'view-strip');
  await leaveAndComeBack(page);
  await expect(broken.region.getByRole('alert')).toContainText('This picture could not be drawn');
  await expect(broken.code).toContainText('mine');
  await restore(page);
  await broken.run();
  await expect(broken.figure).toBeVisible();

  await breakMethod(page, 'Element', 'setAttribute', 'panes');
  await leaveAndComeBack(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This screen could not be drawn');
  await restore(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(broken.code).toContainText('mine');
});

test('odd names, and a probe that fails', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open();
  await lesson.pythonIsLive();
  const broken = lesson.side('Broken');
  await test.step('a class with the name of something else is only a name', async () => {
    for (const name of ['constructor', '__proto__']) {
      await broken.write(`raise type("${name}", (Exception,), {})("odd")\n`);
      await broken.run();
      await expect(broken.ending).toContainText(`${name}: odd`);
      await expect(broken.ending).toContainText('An error that nobody caught');
    }
  });
  await test.step('what watches a program fails: it runs on, the page says so, and what to send', async () => {
    await broken.write(
      'import asyncio, gc\nfor one in gc.get_objects():\n    if type(one).__name__ == "TaskLanes": one._recorder = None\nasyncio.run(asyncio.sleep(0))\nprint("ran on")\n',
    );
    await broken.run();
    await expect(broken.output).toContainText('ran on');
    await expect(broken.region).toContainText('What watches “tasks” failed and was taken out.');
    await broken.region.getByText('What to send us').click();
    await expect(broken.region).toContainText(/Python: 3\.14.*AttributeError: 'NoneType'/s);
    // The next run is watched again.
    await broken.write('import asyncio\nasyncio.run(asyncio.sleep(0))\n');
    await broken.run();
    await expect(broken.region).not.toContainText('failed and was taken out');
  });
});
