/** Arrangements: which panes each shows, and where they stand in each room. */
import { describe, expect, it } from 'vitest';
import { ARRANGEMENTS, arrangementIn, shows, type Room } from './arrangements.ts';

const ROOMS: readonly Room[] = ['phone', 'tablet', 'laptop', 'large'];

describe('an arrangement', () => {
  it('shows code, picture and verdict, whatever its name', () => {
    for (const name of ARRANGEMENTS) {
      const arranged = arrangementIn(name, 'laptop');
      expect(shows(arranged, 'code') && shows(arranged, 'picture') && shows(arranged, 'verdict')).toBe(true);
    }
  });

  it('has the guide only where a lesson is read', () => {
    expect(ARRANGEMENTS.filter((name) => shows(arrangementIn(name, 'laptop'), 'guide'))).toEqual(['lesson']);
  });
});

describe('the room of a screen', () => {
  it('puts the picture beside the code only where it is large', () => {
    expect(ROOMS.filter((room) => arrangementIn('lesson', room).picture === 'beside the code')).toEqual([
      'large',
    ]);
  });

  it('lets the page scroll where the guide stands above the sides', () => {
    expect(ROOMS.map((room) => arrangementIn('lesson', room).fills)).toEqual([
      'page',
      'page',
      'screen',
      'screen',
    ]);
    expect(arrangementIn('lesson', 'tablet').guide).toBe('above the sides');
  });

  it('puts the sides below each other on a phone alone', () => {
    expect(ROOMS.filter((room) => arrangementIn('lesson', room).sides === 'below each other')).toEqual([
      'phone',
    ]);
  });

  it('changes nothing of what is for a projector', () => {
    expect(new Set(ROOMS.map((room) => JSON.stringify(arrangementIn('present', room)))).size).toBe(1);
  });
});
