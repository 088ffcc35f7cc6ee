// A trace as Chromium records one: the tasks of the page's main thread, and what each of them did for longest.
import { isRecord } from '../scripts/outside.mjs';

/**
 * @import { Page } from './page.mjs'
 * @typedef {object} Event microseconds
 * @property {string} name
 * @property {string} ph
 * @property {number} ts
 * @property {number} [dur]
 * @property {number} pid
 * @property {number} tid
 * @property {string} cat
 * @property {{ fileName?: string, data?: { url?: string, fileName?: string, documentLoaderURL?: string } }} [args]
 * @typedef {{ start: number, took: number, work: string }} Task milliseconds since the navigation; `work` says what, and of which script
 */

const CATEGORIES = ['toplevel', 'devtools.timeline', 'blink.user_timing', 'v8', 'v8.execute', '__metadata'];
/** In a trace that is kept, shorter events are left out. */
const KEPT_MICROSECONDS = 1000;

/**
 * Records while something is done.
 * @param {Page} page
 * @param {() => Promise<void>} doing
 * @returns {Promise<readonly Event[]>}
 */
export async function traced(page, doing) {
  const session = await page.context().newCDPSession(page);
  /** @type {Event[]} */
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) if (isEvent(event)) events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: CATEGORIES },
  });
  try {
    await doing();
  } finally {
    /** @type {Promise<void>} */
    const complete = new Promise((resolve) => {
      session.once('Tracing.tracingComplete', () => resolve());
    });
    await session.send('Tracing.end');
    await complete;
    await session.detach();
  }
  return events;
}

/**
 * @param {unknown} value
 * @returns {value is Event}
 */
function isEvent(value) {
  return isRecord(value) && typeof value['name'] === 'string' && typeof value['ts'] === 'number';
}

/**
 * The navigation to an address: when it began, and in which thread the page lives.
 * @param {readonly Event[]} events
 * @param {string} address how the page's own begins
 */
export function navigationTo(events, address) {
  const found = events.find(
    ({ name, args }) => name === 'navigationStart' && args?.data?.documentLoaderURL?.startsWith(address),
  );
  if (found === undefined) throw new Error(`The trace has no navigation to ${address}`);
  return found;
}

/**
 * The tasks of a page's main thread, the longest first.
 * @param {readonly Event[]} events
 * @param {Event} navigation
 * @returns {Task[]}
 */
export function tasksOf(events, { pid, tid, ts: origin }) {
  const own = events
    .filter((event) => event.pid === pid && event.tid === tid && event.ts >= origin)
    .toSorted((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  /** @type {Task[]} */
  const tasks = [];
  /** @type {Event | undefined} */
  let compiled;
  let at = 0;
  while (at < own.length) {
    const task = own[at];
    at += 1;
    if (task === undefined || !task.name.endsWith('RunTask') || task.dur === undefined) continue;
    const end = task.ts + task.dur;
    const inside = [];
    for (let next = own[at]; next !== undefined && next.ts < end; next = own[at]) {
      inside.push(next);
      at += 1;
    }
    compiled = inside.findLast(({ name }) => name === 'v8.compileModule') ?? compiled;
    const work = workOf(inside, compiled);
    tasks.push({ start: (task.ts - origin) / 1000, took: task.dur / 1000, work });
  }
  return tasks.toSorted((one, other) => other.took - one.took);
}

/**
 * What a task did: the longest of its events that names a script, and a mark that was set meanwhile; else the longest. Where
 * modules are evaluated the browser names none; it is the one that was compiled last, with what that one imports.
 * @param {readonly Event[]} inside
 * @param {Event | undefined} compiled
 */
function workOf(inside, compiled) {
  const timed = inside
    .filter(({ dur, name }) => dur !== undefined && !name.endsWith('RunTask'))
    .toSorted((one, other) => (other.dur ?? 0) - (one.dur ?? 0));
  const [longest] = timed;
  const scripted = timed.find((event) => scriptOf(event) !== '');
  // A script that takes a small part of a task does not stand for it.
  const isLarge = (scripted?.dur ?? 0) * 2 > (longest?.dur ?? 0);
  const chosen = isLarge ? scripted : longest;
  const marks = inside.filter(({ cat, name }) => cat.includes('user_timing') && name.includes(': '));
  const named = chosen?.name === 'v8.evaluateModule' ? compiled : chosen;
  const words = [chosen?.name, named && scriptOf(named), ...new Set(marks.map(({ name }) => `(${name})`))];
  return words.filter(Boolean).join(' ');
}

/** @param {Event} event */
function scriptOf({ args }) {
  return scriptName(args?.data?.url ?? args?.data?.fileName ?? args?.fileName ?? '');
}

/**
 * A script as it is called here: without the hash of its contents, which says nothing.
 * @param {string} address
 */
export function scriptName(address) {
  return (address.split(/[?#]/)[0]?.split('/').at(-1) ?? '').replace(/-[\w-]{8}(\.\w+)$/, '$1');
}

/**
 * The marks of a visit, milliseconds since the navigation; those of all threads.
 * @param {readonly Event[]} events
 * @param {Event} navigation
 * @param {string} prefix
 */
export function marksOf(events, { ts: origin }, prefix) {
  return events
    .filter(({ name, cat }) => cat.includes('user_timing') && name.startsWith(prefix))
    .map(({ name, ts }) => ({ at: (ts - origin) / 1000, what: name.slice(prefix.length) }))
    .toSorted((one, other) => one.at - other.at);
}

/**
 * What of a trace is worth keeping, as the browser's developer tools open it.
 * @param {readonly Event[]} events
 * @param {string} prefix of the marks
 */
export function keptOf(events, prefix) {
  const kept = events.filter(
    ({ dur = 0, ph, name }) =>
      ph === 'M' || dur >= KEPT_MICROSECONDS || name === 'navigationStart' || name.startsWith(prefix),
  );
  return JSON.stringify({ traceEvents: kept });
}
