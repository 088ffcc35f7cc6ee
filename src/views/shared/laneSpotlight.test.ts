import { describe, expect, it } from 'vitest';
import { litAmong } from './LaneSpotlight.tsx';

describe('the lane in the spotlight', () => {
  it('is the first again past the last, and the last before the first', () => {
    expect([-1, 0, 2, 3].map((lit) => litAmong(lit, 3))).toEqual([2, 0, 2, 0]);
  });

  it('is none where all are lit, or where there is none', () => {
    expect(litAmong(null, 3)).toBeNull();
    expect(litAmong(1, 0)).toBeNull();
  });
});
