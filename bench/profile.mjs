// A recorded profile of a first visit: a trace that the browser's developer tools open, and the longest tasks of the page as a table.
import { gzipSync } from 'node:zlib';
import { runBoth, serveBuilt, startBrowser } from './built.mjs';
import { watch } from './observed.mjs';
import { milliseconds } from './table.mjs';
import { keptOf, marksOf, navigationTo, tasksOf, traced } from './trace.mjs';
import { waitForOutput, waitForText } from './visit.mjs';

const LESSON = '#/imports';
const MILESTONES = 'faultline: ';
const LONGEST = 15;
/** What is prepared for later visits and the full editor come after the first line of output. */
const QUIET_MS = 5000;

/** @param {Pick<import('./page.mjs').Given, 'keep'>} given */
export async function* profile({ keep }) {
  const site = await serveBuilt();
  const browser = await startBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await watch(page);
    const events = await traced(page, async () => {
      await page.goto(`${site.address}${LESSON}`, { waitUntil: 'commit' });
      await waitForText(page);
      await runBoth(page);
      await waitForOutput(page);
      await page.waitForTimeout(QUIET_MS);
    });
    const navigation = navigationTo(events, site.address);
    const tasks = tasksOf(events, navigation);
    keep('first-visit.md', summaryOf(tasks.slice(0, LONGEST), marksOf(events, navigation, MILESTONES)));
    keep('first-visit.trace.json.gz', gzipSync(keptOf(events, MILESTONES), { level: 9 }));
    const [longest] = tasks;
    yield {
      what: `first visit, recorded: the longest task (${longest?.work ?? 'none'})`,
      value: milliseconds(longest?.took ?? Number.NaN),
    };
  } finally {
    await browser.close();
    site.close();
  }
}

/**
 * @param {readonly import('./trace.mjs').Task[]} tasks
 * @param {readonly { at: number, what: string }[]} marks
 */
function summaryOf(tasks, marks) {
  return [
    '# A first visit, recorded',
    '',
    'One visit to the imports lesson with *Run both* clicked at once, while the browser records. Times are in milliseconds since the navigation. The whole trace is `first-visit.trace.json.gz`: unpack it, and open it in the performance panel of the browser’s developer tools.',
    '',
    '## Milestones, of the page, its frame and its workers',
    '',
    '| at | what |',
    '|---:|---|',
    ...marks.map(({ at, what }) => `| ${at.toFixed(0)} | ${what} |`),
    '',
    `## The ${tasks.length} longest tasks of the page’s thread`,
    '',
    '| at | took | mostly |',
    '|---:|---:|---|',
    ...tasks.map(({ start, took, work }) => `| ${start.toFixed(0)} | ${took.toFixed(0)} | ${work} |`),
    '',
  ].join('\n');
}
