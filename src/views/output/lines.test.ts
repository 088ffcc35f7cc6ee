import { describe, expect, it } from 'vitest';
import { emptyPicture, type Picture } from '../../trace/picture.ts';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { blockAt, extentOf } from './blocks.ts';
import { describeOutput } from './describe.ts';
import { linesFor } from './lines.ts';

const printed = (lines: readonly (readonly [at: number, text: string, stream?: 'stdout' | 'stderr'])[]) =>
  traceOf([
    [0, 'track', 'output'],
    ...lines.map(([at, text, stream]): ScriptLine => [at, 'print', 'output', text, stream ?? 'stdout']),
  ]).picture;

const shown = (picture: ReturnType<typeof printed>, moment: number) => {
  const lines = linesFor(picture.prints);
  return lines.slice(0, lines.piecesAt(moment), moment).map((line) => line.text);
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
      { text: 'half', stream: 'stdout', time: 10, continues: false },
      { text: 'oh no', stream: 'stderr', time: 20, continues: false },
      { text: 'other half', stream: 'stdout', time: 30, continues: false },
    ]);
  });

  it('gives the same lines object while the run grows', () => {
    const picture = printed([[10, 'one\n']]);
    expect(linesFor(picture.prints)).toBe(linesFor(picture.prints));
  });
});

describe('what is printed in parts', () => {
  const parts = ['a', 'bc\n', '\n', 'd\ne', '', '\n\nf', 'g\n'];
  const prints = Array.from({ length: 3_000 }, (_, at) => {
    const text = parts[(at * at + (at >> 3)) % parts.length] ?? '';
    return [at + 1, text, at % 11 === 0 ? ('stderr' as const) : ('stdout' as const)] as const;
  });
  const lines = linesFor(printed(prints).prints);

  /** The lines as a terminal with two streams would have them. */
  function expected(moment: number) {
    const found: { stream: string; text: string }[] = [];
    let open = false;
    for (const [time, text, stream = 'stdout'] of prints) {
      if (time > moment) break;
      for (const [index, part] of text.split('\n').entries()) {
        const isLast = index === text.split('\n').length - 1;
        if (isLast && part === '') continue;
        const last = found.at(-1);
        if (open && last?.stream === stream) last.text += part;
        else found.push({ stream, text: part });
        open = isLast;
      }
    }
    return found;
  }

  it.each([0, 1, 5, 77, 999, 2_999, 3_000])('is lines as far as they had come at %d', (moment) => {
    const pieces = lines.piecesAt(moment);
    const found = lines.slice(0, pieces, moment).map(({ stream, text }) => ({ stream, text }));
    expect(found).toEqual(expected(moment));
    const errors = found.filter(({ stream }) => stream === 'stderr').length;
    expect(lines.countOf(pieces)).toEqual({ lines: found.length, errors });
  });

  it('is found far within a print', () => {
    const text = Array.from({ length: 60_000 }, (_, at) => `line ${at}`);
    const long = linesFor(printed([[1, text.join('\n')]]).prints);
    expect(long.slice(59_990, 60_000, 1).map((line) => line.text)).toEqual(text.slice(59_990));
  });

  it('is the same from any line on', () => {
    const all = expected(Infinity).map(({ text }) => text);
    for (const from of [1, 99, 100, 101, 640, all.length - 1]) {
      expect(lines.slice(from, from + 30, Infinity).map(({ text }) => text)).toEqual(
        all.slice(from, from + 30),
      );
    }
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
    const passages = blockAt(lines, 1, 250, 1_000);
    expect(passages.map((passage) => passage.stream)).toEqual(['stdout', 'stderr', 'stdout', 'stderr']);
    expect(passages[1]?.text).toBe('line 149');
    expect(passages[0]?.text.split('\n')).toHaveLength(49);
  });

  it('end where the shown lines end', () => {
    const count = blockAt(lines, 2, 230, 1_000).flatMap(({ text }) => text.split('\n')).length;
    expect(count).toBe(30);
  });

  it('are all on the page while they are few', () => {
    expect(extentOf(lines, 250, 0)).toEqual({ first: 0, end: 3, earlier: 0 });
    expect(extentOf(lines, 0, 0)).toEqual({ first: 0, end: 0, earlier: 0 });
  });
});

const textOf = (lines: ReturnType<typeof linesFor>, block: number) =>
  blockAt(lines, block, Infinity, Infinity)
    .map(({ text }) => text)
    .join('');

describe('a flood', () => {
  it.each([
    ['letters without an end of line', printed(Array.from({ length: 50_000 }, (_, at) => [at + 1, 'x'])), 1],
    ['one long line', printed([[1, 'x'.repeat(50_000)]]), 1],
    ['line ends in one write', printed([[1, '\n'.repeat(50_000)]]), 50_000],
    ['line ends, one by one', printed(Array.from({ length: 50_000 }, (_, at) => [at + 1, '\n'])), 50_000],
    ['letters that are longer than one unit', printed([[1, '👩‍👩‍👧‍👦'.repeat(5_000)]]), 1],
  ])('of %s is in small blocks, nothing is lost, and lines are counted as lines', (_what, picture, count) => {
    const lines = linesFor(picture.prints);
    const pieces = lines.piecesAt(Infinity);
    const blocks = lines.blocksOf(pieces);
    const texts = Array.from({ length: blocks }, (_each, block) => textOf(lines, block));
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(9_000);
    expect(texts.join('').replaceAll('\n', '')).toBe(
      picture.prints.map(({ text }) => text.replaceAll('\n', '')).join(''),
    );
    expect(lines.countOf(pieces).lines).toBe(count);
    expect(describeOutput({ picture, moment: Infinity, live: false }).table.rows.length).toBeLessThanOrEqual(
      200,
    );
  });

  it('leaves its beginning out, says how much, and gives more of it when asked', () => {
    const lines = linesFor(printed(Array.from({ length: 10_000 }, (_, at) => [at + 1, `${at}\n`])).prints);
    const at = (presses: number) => extentOf(lines, 10_000, presses);
    expect(at(0)).toEqual({ first: 80, end: 100, earlier: 8_000 });
    expect(at(1)).toEqual({ first: 60, end: 100, earlier: 6_000 });
    expect(at(9)).toEqual({ first: 0, end: 100, earlier: 0 });
  });

  it('shows a growing line as far as it was written', () => {
    const picture = printed(Array.from({ length: 2_500 }, (_, at) => [at + 1, 'x']));
    expect(shown(picture, 1_500).map(({ length }) => length)).toEqual([1_000, 500]);
  });
});

function summaryOf(picture: Picture, live: boolean): string {
  return describeOutput({ picture, moment: 9, live }).summary;
}

describe('describeOutput', () => {
  it('counts lines and errors, and shows the last ones with time and stream', () => {
    const picture = printed([
      [10, 'fine\n'],
      [20, 'oh no\n', 'stderr'],
    ]);
    const { summary, table } = describeOutput({ picture, moment: 50, live: false });
    expect(summary).toBe('2 lines of output, 1 of them on standard error.');
    expect(table.rows.map((row) => row.slice(1))).toEqual([
      ['standard output', 'fine'],
      ['standard error', 'oh no'],
    ]);
    expect(describeOutput({ picture, moment: 15, live: false }).summary).toBe('1 line of output.');
  });

  it('keeps the table to the last lines of a long output, and says so', () => {
    const picture = printed(Array.from({ length: 900 }, (_, index) => [10 + index, `line ${index}\n`]));
    const { table } = describeOutput({ picture, moment: 10_000, live: false });
    expect(table.rows.at(-1)?.at(-1)).toBe('line 899');
    expect(table.rows.length).toBeLessThan(900);
    expect(table.caption).toContain('the last');
  });

  it('says that nothing was printed once the program can print no more', () => {
    const silent = printed([]);
    expect([summaryOf(silent, true), summaryOf(silent, false)]).toEqual([
      'Nothing printed yet.',
      'It printed nothing.',
    ]);
    expect(summaryOf(emptyPicture(), false)).toBe('Nothing printed yet.');
    expect(summaryOf(printed([[50, 'later\n']]), false)).toBe('Nothing printed yet.');
  });
});
