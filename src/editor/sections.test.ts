import { describe, expect, it } from 'vitest';
import {
  countLines,
  isHuge,
  isLong,
  nextSection,
  previousSection,
  sectionAt,
  type Section,
} from './sections.ts';

function sectionsOf(text: string): readonly Section[] {
  const sections = [sectionAt(text, 1)];
  for (let next = nextSection(text, sectionAt(text, 1)); next !== null; next = nextSection(text, next)) {
    sections.push(next);
  }
  return sections;
}

describe.each([
  ['250,000 short lines', 'x=1\n'.repeat(250_000)],
  ['nothing but line ends', '\n'.repeat(10_000)],
  ['one line of a million letters', 'x'.repeat(1_000_000)],
  ['lines of half a section', `${'y'.repeat(70_000)}\n`.repeat(10)],
  ['a line as long as a section', `${'z'.repeat(100_000)}\nend`],
])('%s', (_what, text) => {
  const sections = sectionsOf(text);

  it('are in sections that a field can hold, and nothing is lost between them', () => {
    let rebuilt = '';
    for (const { from, to, lines } of sections) {
      expect(to - from).toBeLessThanOrEqual(100_000);
      expect(lines).toBe(countLines(text.slice(from, to)));
      rebuilt += text.slice(rebuilt.length, from) + text.slice(from, to);
    }
    expect(rebuilt).toBe(text);
    for (const [index, { from }] of sections.entries()) {
      const before = sections[index - 1];
      if (before !== undefined) expect(['', '\n']).toContain(text.slice(before.to, from));
    }
  });

  it('number their lines as the text does, and lead back', () => {
    for (const section of sections.slice(-3)) {
      expect(section.firstLine).toBe(countLines(text.slice(0, section.from)));
    }
    const [last, one] = [sections.at(-1), sections.at(-2)];
    if (last !== undefined) expect(previousSection(text, last)).toEqual(one ?? null);
  });
});

it('a line is found in its section', () => {
  const text = 'x=1\n'.repeat(250_000);
  expect(sectionAt(text, 2_000)).toMatchObject({ firstLine: 1, lines: 2_000 });
  expect(sectionAt(text, 2_001)).toMatchObject({ firstLine: 2_001 });
  expect(sectionAt(text, 9_999_999).firstLine).toBe(250_001 - (250_001 % 2_000) + 1);
});

it('a lesson is not long, and what is long need not be huge', () => {
  const lesson = 'print("hello")\n'.repeat(200);
  expect([isLong(lesson), isHuge(lesson)]).toEqual([false, false]);
  const long = 'x=1\n'.repeat(3_000);
  expect([isLong(long), isHuge(long)]).toEqual([true, false]);
  expect(isHuge('x=1\n'.repeat(250_000))).toBe(true);
});
