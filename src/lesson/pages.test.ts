import { describe, expect, it } from 'vitest';
import { pagesOf } from './pages.ts';
import type { Block } from './schema.ts';

const paragraph = (length: number): Block => ({
  kind: 'paragraph',
  children: [{ kind: 'text', text: 'x'.repeat(length) }],
});
const code = (lines: number): Block => ({ kind: 'code', text: 'x\n'.repeat(lines - 1) });
const list = (...lengths: readonly number[]): Block => ({
  kind: 'list',
  ordered: false,
  items: lengths.map((length) => [paragraph(length)]),
});

describe('prose on pages', () => {
  it('stays on one where it is short, and needs none where there is none', () => {
    const blocks = [paragraph(100), paragraph(100)];
    expect(pagesOf(blocks)).toEqual([blocks]);
    expect(pagesOf([])).toEqual([]);
  });

  it('goes on on the next one where it is long', () => {
    const pages = pagesOf([paragraph(700), paragraph(700), paragraph(700), paragraph(200)]);
    expect(pages.map((page) => page.length)).toEqual([1, 1, 2]);
  });

  it('keeps a short rest with what stands before it, for which a page may be a little longer', () => {
    expect(pagesOf([paragraph(700), paragraph(200), paragraph(70)]).map((page) => page.length)).toEqual([3]);
  });

  it('keeps code with the paragraph that leads to it', () => {
    const pages = pagesOf([paragraph(500), paragraph(60), code(8)]);
    expect(pages.map((page) => page.map(({ kind }) => kind))).toEqual([['paragraph'], ['paragraph', 'code']]);
  });

  it('parts a long list between its items, and keeps a short one whole', () => {
    expect(pagesOf([list(60, 60)])).toEqual([[list(60, 60)]]);
    expect(pagesOf([list(600, 600, 250)])).toEqual([[list(600)], [list(600, 250)]]);
  });

  it('gives what is longer than a page one of its own', () => {
    expect(pagesOf([paragraph(2000), paragraph(60)]).map((page) => page.length)).toEqual([1, 1]);
  });
});
