/** How two texts differ, line by line. */
import { describe, expect, it } from 'vitest';
import { changedParts, diffLines } from './lineDiff.ts';

const written = (left: string, right: string) =>
  diffLines(left, right).map(({ in: kind, text, left: l, right: r }) => `${kind} ${l}/${r} ${text}`);

describe('the difference of two texts', () => {
  it('is nothing for equal ones, whatever ends their lines', () => {
    expect(diffLines('a\nb\n', 'a\r\nb').every((line) => line.in === 'both')).toBe(true);
    expect(diffLines('', '')).toEqual([]);
  });

  it('names each line with its number on both sides', () => {
    expect(written('a\nb\nc\n', 'a\nx\nc\nd\n')).toEqual([
      'both 1/1 a',
      'left 2/null b',
      'right null/2 x',
      'both 3/3 c',
      'right null/4 d',
    ]);
  });

  it('finds the lines that stay, also where others move in between', () => {
    const kinds = diffLines('1\n2\n3\n4\n5', '0\n2\n4\n5\n6').map((line) => line.in);
    expect(kinds.filter((kind) => kind === 'both')).toHaveLength(3);
  });

  it('gives both texts back', () => {
    const [left, right] = ['a\nb\na\nb\nc', 'b\na\nc\nc\na'];
    const lines = diffLines(left, right);
    const of = (side: 'left' | 'right') =>
      lines
        .filter((line) => line.in === 'both' || line.in === side)
        .map(({ text }) => text)
        .join('\n');
    expect([of('left'), of('right')]).toEqual([left, right]);
  });

  it('aligns nothing where that would take too long', () => {
    const [left = '', right = ''] = ['a', 'b'].map((word) =>
      Array.from({ length: 3000 }, (_, index) => `${word}${index % 7}`).join('\n'),
    );
    const lines = diffLines(left, right);
    expect([lines.length, lines[0]?.in, lines.at(-1)?.in]).toEqual([6000, 'left', 'right']);
  });
});

describe('what changed', () => {
  it('is shown in parts, with the lines around', () => {
    const left = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`);
    const right = left.map((line, index) => (index === 2 || index === 15 ? 'other' : line));
    const parts = changedParts(diffLines(left.join('\n'), right.join('\n')), 1);
    expect(parts.map((part) => part.map((line) => line.left))).toEqual([
      [2, 3, null, 4],
      [15, 16, null, 17],
    ]);
  });

  it('is one part where changes are neighbours', () => {
    expect(changedParts(diffLines('a\nb\nc', 'x\nb\ny'))).toHaveLength(1);
    expect(changedParts(diffLines('a', 'a'))).toEqual([]);
  });
});
