/** Recorded decisions, in whatever form is the shortest. */
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../runtime/schedule.ts';
import { chanceFrom, someDecisions } from '../../testing/randomState.ts';
import { UnreadableBytes } from '../bytes.ts';
import { readDecisions, writeDecisions } from './decisions.ts';

const thereAndBack = (decisions: readonly Decision[]) => readDecisions(writeDecisions(decisions));

describe('decisions', () => {
  it('come back as they were, few and many', () => {
    const chance = chanceFrom(11);
    for (let count = 0; count < 200; count += 1) {
      const decisions = someDecisions(chance, count);
      expect(thereAndBack(decisions)).toEqual(decisions);
    }
  });

  it.each<[string, Decision[]]>([
    ['none', []],
    ['the first step', [[0, 0]]],
    [
      'one far from all others',
      [
        [1, 0],
        [2, 1],
        [2 ** 39, 2],
      ],
    ],
    ['the largest numbers', [[2 ** 53 - 1, 2 ** 53 - 1]]],
    [
      'steps that go back',
      [
        [9, 1],
        [3, 0],
      ],
    ],
    [
      'very many threads',
      [
        [1, 5000],
        [2, 4999],
      ],
    ],
  ])('come back as they were: %s', (_, decisions) => {
    expect(thereAndBack(decisions)).toEqual(decisions);
  });

  it('are not read from other bytes', () => {
    const chance = chanceFrom(12);
    const bytes = writeDecisions(someDecisions(chance, 40));
    expect(() => readDecisions(bytes.subarray(0, -1))).toThrow(UnreadableBytes);
    expect(() => readDecisions(Uint8Array.from([...bytes, 0]))).toThrow(UnreadableBytes);
    expect(() => readDecisions(Uint8Array.from([255, 255, 255, 255, 1, 0]))).toThrow(UnreadableBytes);
    for (let count = 0; count < 3000; count += 1) {
      const noise = Uint8Array.from({ length: Math.floor(chance() * 30) }, () => Math.floor(chance() * 256));
      try {
        readDecisions(noise);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableBytes);
      }
    }
  });
});
