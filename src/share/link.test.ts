/** Links: states go there and back whole, and whatever happens to a link on its way is noticed. */
import { describe, expect, it } from 'vitest';
import { lessons } from '../lesson/catalog.ts';
import { chanceFrom, randomState } from '../testing/randomState.ts';
import { decodeFragment, encodeState } from './link.ts';
import type { SharedState } from './state.ts';

function linkOf(state: SharedState): string {
  const encoded = encodeState(state);
  if (!encoded.ok) throw new Error(encoded.error.kind);
  return encoded.value.fragment;
}

describe('a link', () => {
  it('gives back each of 2,000 random states', () => {
    const chance = chanceFrom(14);
    for (let count = 0; count < 2000; count += 1) {
      const state = randomState(lessons, chance);
      const decoded = decodeFragment(linkOf(state), lessons);
      if (decoded.kind === 'address') continue;
      expect(decoded).toMatchObject({ kind: 'state', older: false });
      expect(decoded.kind === 'state' && decoded.state).toEqual(state);
    }
  });
});
