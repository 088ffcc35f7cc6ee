/** What is wrong with a link has a sentence of its own. */
import { expect, it } from 'vitest';
import type { LinkFault } from '../share/fault.ts';
import { linkFaultWords } from './linkFaultWords.ts';

const lesson = 'threads';
const faults: readonly LinkFault[] = [
  { kind: 'unknown address', fragment: '#/nowhere' },
  { kind: 'damaged' },
  { kind: 'cut' },
  { kind: 'doubled' },
  { kind: 'percent-encoded' },
  { kind: 'too large', of: 'characters', limit: 1_000_000 },
  { kind: 'too large', of: 'bytes', limit: 2_000_000 },
  { kind: 'future', format: 2 },
  { kind: 'unfit' },
  { kind: 'unknown lesson', lesson },
  { kind: 'unknown step', lesson, step: 9, steps: 7 },
  { kind: 'unknown part', lesson, part: 'cause' },
  { kind: 'unknown variation', lesson, variation: 'half-fix' },
  { kind: 'unknown entry', lesson, entry: 'import shop' },
  { kind: 'no schedule', lesson },
];

it('is a whole sentence, and no other fault has the same', () => {
  const sentences = faults.map(linkFaultWords);
  expect(sentences.filter((words) => !/^[A-Z“].+\.$/.test(words))).toEqual([]);
  expect(new Set(sentences).size).toBe(faults.length);
});
