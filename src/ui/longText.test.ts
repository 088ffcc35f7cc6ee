import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LongText, WholeText } from './LongText.tsx';
import { MoreItems } from './MoreItems.tsx';

const shown = (text: string, most?: number) =>
  renderToStaticMarkup(createElement(LongText, most === undefined ? { text } : { text, most }));

describe('a long text', () => {
  it('is itself while it has room', () => {
    expect(shown('short')).toBe('short');
    expect(shown('x'.repeat(400))).toBe('x'.repeat(400));
    // No button that hides a few words.
    expect(shown('x'.repeat(500))).toBe('x'.repeat(500));
    expect(shown('x'.repeat(501))).toContain('(101 more characters)');
  });

  it('is cut, with a button that says how much is left out', () => {
    const cut = shown('x'.repeat(100_000));
    expect(cut).toContain('<button type="button"');
    expect(cut).toContain('aria-expanded="false"');
    expect(cut).toContain('Show all (99,600 more characters)');
    expect(cut.length).toBeLessThan(700);
    expect(shown('x'.repeat(4), 3)).toContain('(1 more character)');
  });

  it('as a whole lies in small portions, within reach of the keyboard', () => {
    const whole = renderToStaticMarkup(
      createElement(WholeText, { text: 'x'.repeat(10_000), label: 'Report' }),
    );
    expect(whole).toContain('aria-label="Report"');
    expect(whole).toContain('tabindex="0"');
    expect(whole.split('<span>')).toHaveLength(6);
  });
});

const list = (count: number) =>
  renderToStaticMarkup(
    createElement(MoreItems, { label: 'Waits', count, renderItem: (index: number) => `number ${index}` }),
  );

it('a long list shows its first items, and a button for some more', () => {
  expect(list(50)).not.toContain('button');
  expect(list(1_000).split('<li>')).toHaveLength(51);
  expect(list(1_000)).toContain('Show 50 of 950 more');
  expect(list(60)).toContain('Show 10 more');
});
