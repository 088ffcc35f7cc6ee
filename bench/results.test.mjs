// Results: the table as Markdown.
import { expect, it } from 'vitest';
import { chartsOf, tableOf } from './results.mjs';
import { compared } from './table.mjs';

const machine = {
  began: '2026-11-30T09:00:00.000Z',
  commit: null,
  processor: 'one',
  cores: 2,
  memory: '8.0 GiB',
  system: 'Linux',
  browser: 'Chromium 1, headless',
  node: 'v20',
  busy: 0.1,
};

it('has a row for each figure, says what it was measured on, and shows the charts', () => {
  const rows = [
    { of: 'visit', ...compared('first visit | cold', 500, 1000, 0.35) },
    { of: 'memory', what: 'heap', value: '3 MB' },
  ];
  const text = tableOf({ machine, rows, files: new Map([['first-visit.md', '']]) }, chartsOf(rows));
  expect(text).toContain('| visit | first visit \\| cold | 500 ms | 1000 ms | 0.50 | ≤ 0.35 missed |');
  expect(text).toContain('| memory | heap | 3 MB |  |  |  |');
  expect(text).toContain('- cores: 2');
  expect(text).not.toContain('commit');
  expect(text).toContain('![How far each figure is from its goal](goals.svg)');
  expect(text).toContain('- [first-visit.md](first-visit.md)');
});
