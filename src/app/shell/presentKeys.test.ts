import { describe, expect, it } from 'vitest';
import type { Press } from './keys.ts';
import { presentKeyOf } from './presentKeys.ts';

function press(key: string, also: Partial<Press> = {}): Press {
  return { key, shift: false, ctrlOrMeta: false, alt: false, ...also };
}

describe('keys in Present', () => {
  it.each(['typing', 'pressing', 'choosing', 'scrolling', 'none'] as const)(
    'a clicker goes on and back while %s',
    (use) => {
      expect(presentKeyOf(press('PageDown'), use)).toBe('next');
      expect(presentKeyOf(press('PageUp'), use)).toBe('previous');
    },
  );

  it.each(['.', 'b', 'Enter', ' ', 'ArrowDown', 'Escape'])('%j is left to a person who types', (key) => {
    expect(presentKeyOf(press(key), 'typing')).toBeNull();
  });

  it('one key runs both, one blanks, one leaves', () => {
    expect(presentKeyOf(press('Enter'), 'none')).toBe('run');
    expect(presentKeyOf(press('.'), 'none')).toBe('blank');
    expect(presentKeyOf(press('Escape'), 'none')).toBe('leave');
    expect(presentKeyOf(press('P', { shift: true }), 'none')).toBe('leave');
  });

  it('a button with the focus keeps Enter and Space', () => {
    expect(presentKeyOf(press('Enter'), 'pressing')).toBeNull();
    expect(presentKeyOf(press(' '), 'pressing')).toBeNull();
    expect(presentKeyOf(press('ArrowRight'), 'pressing')).toBe('next');
  });

  it('tabs keep their arrows', () => {
    expect(presentKeyOf(press('ArrowRight'), 'choosing')).toBeNull();
    expect(presentKeyOf(press('r'), 'choosing')).toBe('reveal');
  });

  it('with Shift moves by step and by event', () => {
    expect(presentKeyOf(press('PageDown', { shift: true }), 'none')).toBe('next-step');
    expect(presentKeyOf(press('ArrowLeft', { shift: true }), 'none')).toBe('previous-event');
    expect(presentKeyOf(press('+', { shift: true }), 'none')).toBe('larger');
  });

  it('of one character can be switched off; a clicker still goes on', () => {
    expect(['.', 'r', '1', '+'].map((key) => presentKeyOf(press(key), 'none', 'off'))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(presentKeyOf(press('PageDown'), 'none', 'off')).toBe('next');
    expect(presentKeyOf(press('Enter'), 'none', 'off')).toBe('run');
  });

  it('keeps off the browser’s own combinations', () => {
    expect(presentKeyOf(press('p', { ctrlOrMeta: true }), 'none')).toBeNull();
    expect(presentKeyOf(press('ArrowLeft', { alt: true }), 'none')).toBeNull();
    expect(presentKeyOf(press('+', { ctrlOrMeta: true }), 'none')).toBeNull();
  });
});
