// The icons of the page are there in the sizes that are promised of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './command.mjs';

/** @param {string} file @returns the width and the height that stand in the head of a PNG */
function sizeOf(file) {
  const bytes = readFileSync(join(ROOT, 'public', file));
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

it('as the manifest says, for a circle and for a square', () => {
  /** @type {{ icons: { src: string, sizes: string, type: string, purpose: string }[] }} */
  const { icons } = JSON.parse(readFileSync(join(ROOT, 'public', 'manifest.webmanifest'), 'utf8'));
  const drawn = icons.filter(({ type }) => type === 'image/png');
  expect(drawn.map(({ purpose, sizes }) => `${purpose} ${sizes}`)).toEqual(
    expect.arrayContaining(['any 192x192', 'any 512x512', 'maskable 192x192', 'maskable 512x512']),
  );
  for (const { src, sizes } of drawn) expect(sizeOf(src)).toBe(sizes);
});

it('as iOS takes it', () => {
  const page = readFileSync(join(ROOT, 'index.html'), 'utf8');
  const [, file = ''] = /rel="apple-touch-icon" href="\/([^"]+)"/.exec(page) ?? [];
  expect(sizeOf(file)).toBe('180x180');
});
