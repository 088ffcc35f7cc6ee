/** Room: what a reader has in view of a lesson that has run, measured on the page, and what is missing of it in words. */
import type { Page } from '@playwright/test';

export interface Demand {
  /** so many lines of code on each side, or the whole file */
  readonly lines: number;
  /** whether the picture stands beside the code */
  readonly beside: boolean;
}

/** What of a side's code, picture, report and of the verdict is out of sight, cut, or behind something else. */
export async function missing(page: Page, demand: Demand): Promise<readonly string[]> {
  return page.evaluate(({ lines, beside }) => {
    const wrong: string[] = [];
    const screen = new DOMRect(0, 0, innerWidth, innerHeight);
    const within = (inner: DOMRect, outer = screen) =>
      inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1 && inner.height > 0;
    const seen = (what: string, element: Element | null, pane: Element) => {
      const box = element?.getBoundingClientRect();
      if (!element || !box || !within(box) || !within(box, pane.getBoundingClientRect())) {
        wrong.push(`${what} is not in view`);
        return;
      }
      const top = document.elementFromPoint(box.left + Math.min(40, box.width / 2), box.top + box.height / 2);
      if (top === null || !(element.contains(top) || top.contains(element)))
        wrong.push(`${what} is behind something`);
    };
    for (const side of document.querySelectorAll('.side')) {
      const name = side.getAttribute('aria-label') ?? '';
      const pane = (selector: string) => side.querySelector(selector) ?? side;
      const code = pane('.code-panel');
      const area = code.getBoundingClientRect();
      const inCode = (selector: string) =>
        [...code.querySelectorAll(selector)].map((one) => within(one.getBoundingClientRect(), area));
      // A long line takes a second row: what counts is how many whole lines of the program are to be read.
      const rows = [...code.querySelectorAll('.view-line')].map((one) => one.getBoundingClientRect());
      const tops = [...code.querySelectorAll('.line-numbers')]
        .map((number) => number.getBoundingClientRect().top)
        .toSorted((one, other) => one - other);
      const shown = tops.filter((top, index) => {
        const next = tops[index + 1] ?? Infinity;
        const own = rows.filter((row) => row.top >= top - 1 && row.top < next - 1);
        return own.length > 0 && own.every((row) => within(row, area));
      }).length;
      const whole = pane('.view-lines').getBoundingClientRect().height <= area.height;
      if (shown < lines && !whole) wrong.push(`${name}: ${shown} lines of code`);
      const tinted = inCode('.view-overlays .mark');
      if (tinted.length === 0 || tinted.includes(false)) wrong.push(`${name}: tinted lines are out of view`);
      if (!within(area)) wrong.push(`${name}: the code is not in view`);

      const pictures = pane('.pictures');
      for (const scrolls of [pictures, ...pictures.querySelectorAll('.view-strip, .modules-pictures')]) {
        const { scrollHeight, clientHeight } = scrolls;
        if (scrollHeight > clientHeight + 1) {
          wrong.push(`${name}: the picture is ${scrollHeight} high, with room for ${clientHeight}`);
        }
      }
      seen(`${name}: the picture`, pictures.querySelector('figure'), pictures);
      const sentence = pictures.querySelector('.view-insight p');
      if (sentence !== null) seen(`${name}: the sentence`, sentence, pictures);
      const stands = pictures.getBoundingClientRect().left >= area.right - 1;
      if (stands !== beside)
        wrong.push(`${name}: the picture stands ${stands ? 'beside' : 'below'} the code`);

      // A log stays at its end: of what is printed a line at least is to be seen, of an error what it is.
      const report = pane('.report-panel');
      const room = report.getBoundingClientRect();
      const said = report.querySelector('.ending h3') ?? report.querySelector('[data-open="true"] .output');
      const box = said?.getBoundingClientRect();
      const high = box ? Math.min(box.bottom, room.bottom, innerHeight) - Math.max(box.top, room.top) : 0;
      if (high < 16) wrong.push(`${name}: ${high} pixels of what the run reports`);
    }
    seen(
      'the verdict',
      document.querySelector('.verdict strong'),
      document.querySelector('.verdict') ?? document.body,
    );
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollWidth > innerWidth) wrong.push(`the page is ${scrollWidth} wide`);
    if (scrollHeight > innerHeight) wrong.push(`the page is ${scrollHeight} high`);
    return wrong;
  }, demand);
}

/** What is wider than the screen: the page, or something in it that does not scroll. */
export async function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const out = [...document.querySelectorAll('main *, header *')].filter((element) => {
      const { right, width } = element.getBoundingClientRect();
      return width > 0 && right > innerWidth + 1 && !scrolls(element.parentElement);
    });
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
    return [...wide, ...out.slice(0, 5).map((element) => `${element.tagName} ${element.className}`)];
  });
}
