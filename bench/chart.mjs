// Charts of figures as SVG: bars with their names and numbers written beside them, in light and dark.
import { isReached } from './table.mjs';

/**
 * @import { Chart, Row } from './table.mjs'
 * @typedef {{ name: string, words: string, share: number, kind: 'ours' | 'other' | 'reached' | 'missed' }} Bar
 *   `share` of the whole width
 */

const WIDTH = 760;
const ROW = 26;
const TOP = 44;
const MARGIN = 12;
/** Letters of a sans-serif of 13 pixels are about so wide. */
const LETTER = 7;

/** What missed its goal is an empty bar; what tells anything is written beside its bar as well. */
const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1c2024; stroke: #fff; stroke-width: 4; paint-order: stroke; }
  .title { font-weight: 600; font-size: 15px; }
  .page { fill: #fff; }
  .line { stroke: #1c2024; stroke-width: 1; stroke-dasharray: 3 3; }
  .ours, .reached { fill: #2f6feb; }
  .other { fill: #8b949e; }
  .missed { fill: none; stroke: #c2410c; stroke-width: 2; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; stroke: #11151a; }
    .page { fill: #11151a; }
    .line { stroke: #e6edf3; }
    .ours, .reached { fill: #6ea8fe; }
    .missed { stroke: #fb923c; }
  }`;

/**
 * Bars from zero.
 * @param {Chart} chart
 */
export function barChart({ title, unit, bars }) {
  const most = Math.max(...bars.map(({ figure }) => figure));
  const digits = most < 10 ? 1 : 0;
  return draw(
    title,
    bars.map(({ name, figure, ours }) => ({
      name,
      words: `${figure.toFixed(digits)} ${unit}`,
      share: figure / most,
      kind: ours ? 'ours' : 'other',
    })),
  );
}

/** So many times the goal, or so small a part of it, is as far as the chart reaches. */
const FARTHEST = 16;

/**
 * For each figure with a goal how many times it is what is wanted at most; null where there is none. The line is the goal: a full
 * bar ends before it, an empty one has passed it.
 * @param {readonly Row[]} rows
 */
export function goalChart(rows) {
  const bars = rows.flatMap(
    /** @returns {Bar[]} */ ({ what, aim }) => {
      if (aim === undefined || Number.isNaN(aim.is)) return [];
      const times = 'most' in aim ? aim.is / aim.most : aim.least / aim.is;
      const reached = isReached(aim);
      return [
        {
          name: what,
          words: `${times.toFixed(2)} × ${reached ? 'reached' : 'missed'}`,
          share: shareOf(times),
          kind: reached ? 'reached' : 'missed',
        },
      ];
    },
  );
  return bars.length === 0 ? null : draw('Times the goal (at the line: just reached)', bars, shareOf(1));
}

/**
 * On a scale on which twice and half are equally far.
 * @param {number} times
 */
function shareOf(times) {
  const far = Math.log2(FARTHEST);
  return Math.min(Math.max(Math.log2(times) / far, -1), 1) * 0.48 + 0.5;
}

/**
 * @param {string} title
 * @param {readonly Bar[]} bars
 * @param {number} [line] where a line stands, as a share of the width
 */
function draw(title, bars, line) {
  const longest = (/** @type {'name' | 'words'} */ what) =>
    Math.ceil(Math.max(...bars.map((bar) => bar[what].length)) * LETTER);
  const left = MARGIN + longest('name') + MARGIN;
  const width = Math.max(WIDTH, left + longest('words') + 320);
  const room = width - left - longest('words') - 2 * MARGIN;
  const height = TOP + bars.length * ROW + MARGIN;
  const said = bars.map(({ name, words }) => `${name}: ${words}`).join('; ');
  const x = line === undefined ? null : left + room * line;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title words">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="words">${escaped(said)}.</desc>`,
    `<style>${STYLE}\n</style>`,
    `<rect class="page" width="${width}" height="${height}"/>`,
    `<text class="title" x="${MARGIN}" y="26">${escaped(title)}</text>`,
    ...(x === null
      ? []
      : [
          `<line class="line" x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${TOP - 4}" y2="${height - MARGIN}"/>`,
        ]),
    ...bars.flatMap((bar, index) => {
      const y = TOP + index * ROW;
      const length = Math.max(room * bar.share, 1);
      return [
        `<text x="${left - MARGIN}" y="${y + 16}" text-anchor="end">${escaped(bar.name)}</text>`,
        `<rect class="${bar.kind}" x="${left}" y="${y + 3}" width="${length.toFixed(1)}" height="${ROW - 8}"/>`,
        `<text x="${(left + length + 8).toFixed(1)}" y="${y + 16}">${escaped(bar.words)}</text>`,
      ];
    }),
    '</svg>\n',
  ].join('\n');
}

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
