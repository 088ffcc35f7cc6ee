import { describe, expect, it } from 'vitest';
import { traceOf, type ScriptLine } from '../../trace/script.ts';
import { BLOCK, blockAt } from './blocks.ts';
import { describeOutput } from './describe.ts';
import { linesFor } from './lines.ts';

const printed = (lines: readonly (readonly [at: number, text: string, stream?: 'stdout' | 'stderr'])[]) =>
  traceOf([
    [0, 'track', 'output'],
    ...lines.map(([at, text, stream]): ScriptLine => [at, 'print', 'output', text, stream ?? 'stdout']),
  ]).picture;

const shown = (picture: ReturnType<typeof printed>, moment: number) => {
  const lines = linesFor(picture.prints);
  return lines.slice(0, lines.countAt(moment), moment).map((line) => line.text);
};

describe('lines of output', () => {
  it('shows what was printed up to the moment', () => {
    const picture = printed([
      [10, 'one\n'],
      [20, 'two\n'],
    ]);
    expect(shown(picture, 9)).toEqual([]);
    expect(shown(picture, 10)).toEqual(['one']);
    expect(shown(picture, 99)).toEqual(['one', 'two']);
  });

  it('joins writes of one line, and shows it as far as it was written', () => {
    const picture = printed([
      [10, 'load'],
      [20, 'ing'],
      [30, '…\nnext\n\n'],
    ]);
    expect(shown(picture, 15)).toEqual(['load']);
    expect(shown(picture, 25)).toEqual(['loading']);
    expect(shown(picture, 30)).toEqual(['loading…', 'next', '']);
  });

  it('begins a new line where the other stream breaks in', () => {
    const picture = printed([
      [10, 'half'],
      [20, 'oh no\n', 'stderr'],
      [30, 'other half\n'],
    ]);
    expect(linesFor(picture.prints).slice(0, 9, 99)).toEqual([
      { text: 'half', stream: 'stdout', time: 10 },
      { text: 'oh no', stream: 'stderr', time: 20 },
      { text: 'other half', stream: 'stdout', time: 30 },
    ]);
  });

  it('gives the same lines object while the run grows', () => {
    const picture = printed([[10, 'one\n']]);
    expect(linesFor(picture.prints)).toBe(linesFor(picture.prints));
  });
});

describe('blocks of lines', () => {
  const picture = printed(
    Array.from({ length: 250 }, (_, index) => [
      10 + index,
      `line ${index}\n`,
      index % 50 === 49 ? ('stderr' as const) : ('stdout' as const),
    ]),
  );
  const lines = linesFor(picture.prints);

  it('hold a portion each, neighbours of one stream joined', () => {
    const block = blockAt(lines, BLOCK, 250, 1_000);
    expect(block.count).toBe(BLOCK);
    expect(block.passages.map((passage) => passage.stream)).toEqual(['stdout', 'stderr', 'stdout', 'stderr']);
    expect(block.passages[1]?.text).toBe('line 149');
    expect(block.passages[0]?.text.split('\n')).toHaveLength(49);
  });

  it('end where the shown lines end', () => {
    expect(blockAt(lines, 200, 230, 1_000).count).toBe(30);
  });
});

describe('describeOutput', () => {
  it('counts lines and errors, and shows the last ones with time and stream', () => {
    const picture = printed([
      [10, 'fine\n'],
      [20, 'oh no\n', 'stderr'],
    ]);
    const { summary, table } = describeOutput({ picture, moment: 50 });
    expect(summary).toBe('2 lines of output, 1 of them on standard error.');
    expect(table.rows.map((row) => row.slice(1))).toEqual([
      ['standard output', 'fine'],
      ['standard error', 'oh no'],
    ]);
    expect(describeOutput({ picture, moment: 15 }).summary).toBe('1 line of output.');
  });

  it('keeps the table to the last lines of a long output, and says so', () => {
    const picture = printed(Array.from({ length: 900 }, (_, index) => [10 + index, `line ${index}\n`]));
    const { table } = describeOutput({ picture, moment: 10_000 });
    expect(table.rows.at(-1)?.at(-1)).toBe('line 899');
    expect(table.rows.length).toBeLessThan(900);
    expect(table.caption).toContain('the last');
  });
});
