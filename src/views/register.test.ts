import { describe, expect, it } from 'vitest';
import { emptyPicture } from '../trace/picture.ts';
import { viewCalled, views } from './register.ts';

describe('the register of views', () => {
  it.each(Object.entries(views))('%s can say in words that nothing has happened', (name, view) => {
    expect(view.id).toBe(name);
    const { summary, table } = view.describe({
      picture: emptyPicture(),
      other: emptyPicture(),
      moment: 0,
      start: 0,
      horizon: 0,
      live: false,
      side: 'broken',
    });
    expect(summary).toMatch(/^[A-Z].+\.$/);
    expect(table.rows).toEqual([]);
    expect(table.columns.length).toBeGreaterThan(0);
    expect(table.caption).not.toBe('');
  });

  it('knows its own names only', () => {
    expect(viewCalled('timeline')).toBe(views['timeline']);
    expect(viewCalled('constructor')).toBeNull();
    expect(viewCalled('nowhere')).toBeNull();
  });
});
