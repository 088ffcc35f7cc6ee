// Frames: how long the built page takes from one to the next while something is done to a picture.

/**
 * @import { Page } from './page.mjs'
 * @typedef {'scrubbing' | 'pointing' | 'zooming' | 'live'} Doing
 * @typedef {{ middle: number, most: number, longest: number }} Frames milliseconds: the median, the 95th percentile, the longest
 */

/** Frames that are looked at. */
const FRAMES = 120;
/** A program that reports as much as it may ends within this. */
const PATIENCE_MS = 180_000;
/** Until the page has come to rest after it was opened or something was done. */
const QUIET_MS = 1500;

/**
 * Opens a run as a person opens a file: it is dropped onto the page.
 * @param {Page} page
 * @param {object} given
 * @param {string} given.address
 * @param {string} given.lesson
 * @param {string} given.program
 * @param {import('../src/trace/pack.ts').Batch} given.batch
 * @param {readonly ('broken' | 'fixed')[]} [given.sides] those that have run it
 * @returns {Promise<number>} milliseconds until it is shown
 */
export async function openRun(page, { address, lesson, program, batch, sides = ['broken'] }) {
  const { records, strings } = batch;
  await page.goto(`${address}#/${lesson}`);
  await page.getByRole('button', { name: 'Run both' }).first().waitFor();
  await page.waitForTimeout(QUIET_MS);
  const rows = [];
  for (let at = 0; at < records.length; at += 8) rows.push(`[${records.subarray(at, at + 8).join(',')}]`);
  const run = {
    program: { files: { 'main.py': program }, entry: 'main.py' },
    pace: 'fast',
    schedule: null,
    ending: { kind: 'finished' },
    time: rows.length + 1,
    scheduled: null,
    strings,
  };
  const head = JSON.stringify({ kind: 'faultline trace', format: 1, lesson }).slice(0, -1);
  const side = `${JSON.stringify(run).slice(0, -1)},"events":[${rows.join(',')}]}`;
  const text = `${head}${sides.map((name) => `,"${name}":${side}`).join('')}}`;
  await page.evaluate(drop, text);
  const began = performance.now();
  await page.waitForFunction(isShown, undefined, { timeout: PATIENCE_MS });
  const took = performance.now() - began;
  await page.waitForTimeout(QUIET_MS);
  return took;
}

/**
 * @param {Page} page
 * @param {Doing} doing
 * @returns {Promise<Frames>}
 */
export async function framesWhile(page, doing) {
  if (doing === 'live') await page.getByRole('button', { name: 'Run both' }).first().click();
  const times = await page.evaluate(recorded, { doing, frames: doing === 'live' ? 20 * FRAMES : FRAMES });
  await page.waitForTimeout(QUIET_MS);
  const sorted = times.toSorted((one, other) => one - other);
  const at = (/** @type {number} */ share) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { middle: at(0.5), most: at(0.95), longest: at(1) };
}

// These run in the page.

/** @param {string} text */
function drop(text) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], 'run.json'));
  for (const kind of ['dragover', 'drop']) {
    document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
  }
}

function isShown() {
  /** @type {HTMLInputElement | null} */
  const slider = document.querySelector('.playback input[type=range]');
  return slider !== null && !slider.disabled && Number(slider.max) > 0;
}

/**
 * Frames until the next, milliseconds. While something is done it is done once in each frame.
 * @param {{ doing: Doing, frames: number }} asked
 * @returns {Promise<number[]>}
 */
async function recorded({ doing, frames }) {
  /** @type {HTMLInputElement | null} */
  const slider = document.querySelector('.playback input[type=range]');
  const strip = document.querySelector('.pictures .view-strip, .pictures .view-box');
  const box = strip?.getBoundingClientRect();
  /** @type {Record<Doing, (frame: number) => void>} */
  const step = {
    scrubbing(frame) {
      if (slider === null) return;
      const [least, most] = [Number(slider.min), Number(slider.max)];
      // There and back, with small steps and large ones.
      const share = Math.abs(Math.sin(frame / 9));
      slider.valueAsNumber = Math.round(least + (most - least) * share);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    },
    pointing(frame) {
      if (strip === null || box === undefined) return;
      const clientX = box.left + box.width * (0.2 + 0.6 * Math.abs(Math.sin(frame / 9)));
      const clientY = box.top + box.height * 0.5;
      strip.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX, clientY }));
    },
    zooming(frame) {
      const key = frame % 32 < 16 ? '+' : '-';
      strip?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key }));
    },
    live() {},
  };
  const isOver = () => slider?.disabled === false;
  /** @type {number[]} */
  const times = [];
  let last = await new Promise((resolve) => requestAnimationFrame(resolve));
  for (let frame = 0; frame < frames; frame += 1) {
    step[doing](frame);
    const now = await new Promise((resolve) => requestAnimationFrame(resolve));
    times.push(Number(now) - Number(last));
    last = now;
    if (doing === 'live' && isOver() && frame > 60) break;
  }
  return times;
}
