import { expect, test } from 'vitest';
import { newerOf } from './files.ts';

test('packages of which another version is kept are brought along, and no others', () => {
  const packages = [
    'https://a.example/python/package-tea-bbbbbbbbbbbb.bin',
    'https://a.example/python/package-cup-aaaaaaaaaaaa.bin',
  ];
  expect(newerOf(['https://a.example/python/package-tea-aaaaaaaaaaaa.bin'], packages)).toEqual([packages[0]]);
  expect(newerOf(packages, packages)).toEqual([]);
  expect(newerOf([], packages)).toEqual([]);
});
