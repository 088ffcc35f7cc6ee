// Charts: what a bar shows stands there in words too, and nothing breaks out of the text.
import { describe, expect, it } from 'vitest';
import { barChart, goalChart } from './chart.mjs';
import { aimed, compared } from './table.mjs';

const chart = {
  name: 'first-visit',
  title: 'First visit',
  unit: 'ms',
  bars: [
    { name: 'Faultline', figure: 500, ours: true },
    { name: 'A & <B>', figure: 1000, ours: false },
  ],
};
/** @param {string} svg */
const widthsOf = (svg) =>
  [...svg.matchAll(/<rect class="\w+" x="[\d.]+" y="[\d.]+" width="([\d.]+)"/g)].map(([, width]) =>
    Number(width),
  );

describe('a chart of bars', () => {
  const svg = barChart(chart);

  it('says in words what it shows', () => {
    expect(svg).toContain('<title id="title">First visit</title>');
    expect(svg).toContain('<desc id="words">Faultline: 500 ms; A &amp; &lt;B&gt;: 1000 ms.</desc>');
  });

  it('draws each as long as its figure', () => {
    const [ours = 0, other = 0] = widthsOf(svg);
    expect(ours / other).toBeCloseTo(0.5, 2);
  });

  it('knows light and dark', () => {
    expect(svg).toContain('@media (prefers-color-scheme: dark)');
  });
});

describe('the chart of goals', () => {
  it('is absent where nothing has a goal', () => {
    expect(goalChart([{ what: 'a', value: '1' }])).toBeNull();
    expect(goalChart([{ what: 'a', value: '?', ...aimed({ is: Number.NaN, most: 1 }) }])).toBeNull();
  });

  it('tells what missed its goal from what reached it by words and by form', () => {
    const svg = goalChart([
      compared('faster; stock', 1, 2, 1),
      compared('slower; stock', 3, 1, 1),
      { what: 'schedules', value: '8000', ...aimed({ is: 8000, least: 4000 }) },
    ]);
    expect(svg).toContain(
      'faster; stock: 0.50 × reached; slower; stock: 3.00 × missed; schedules: 0.50 × reached.',
    );
    expect([...(svg ?? '').matchAll(/<rect class="(reached|missed)"/g)].map(([, kind]) => kind)).toEqual([
      'reached',
      'missed',
      'reached',
    ]);
  });

  it('ends bars that reached the goal before the line', () => {
    const svg =
      goalChart([compared('a', 1, 1, 1), compared('b', 1000, 1, 1), compared('c', 1, 1000, 1)]) ?? '';
    const [, line = 0] = (/x1="([\d.]+)"/.exec(svg) ?? []).map(Number);
    const [, left = 0] = (/<rect class="reached" x="([\d.]+)"/.exec(svg) ?? []).map(Number);
    const [just = 0, missed = 0, reached = 0] = widthsOf(svg);
    expect(left + just).toBeCloseTo(line, 0);
    expect(left + missed).toBeGreaterThan(line);
    expect(left + reached).toBeLessThan(line);
  });
});
