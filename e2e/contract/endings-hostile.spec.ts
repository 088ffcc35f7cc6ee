/**
 * Programs that lie about how they fail, or have replaced what failures are reported with: each ends as CPython ends it.
 * Their first lines say how (`# ends: exited 255`) and what stderr must hold (`# says: ...`).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Ending } from '../../src/runtime/protocol.ts';
import { test } from '../harness.ts';

const FOLDER = join(import.meta.dirname, 'programs/endings');

/** An ending in the words of the programs' first lines. */
function inWords(ending: Ending): string {
  if (ending.kind === 'raised') return `raised ${ending.error.type}`;
  return ending.kind === 'exited' ? `exited ${ending.status}` : ending.kind;
}

for (const file of readdirSync(FOLDER)) {
  const program = readFileSync(join(FOLDER, file), 'utf8');
  const valuesOf = (key: string): string[] =>
    [...program.matchAll(new RegExp(`^# ${key}: (.*)$`, 'gm'))].map(([, text = '']) => text);

  test(`${file} ${valuesOf('ends').join()}`, async ({ harness }) => {
    const { end, stderr } = await harness.run(program);
    expect(inWords(end.ending)).toBe(valuesOf('ends').join());
    for (const words of valuesOf('says')) expect(stderr).toContain(words);
    expect(end.faults).toEqual([]);
    expect(stderr).not.toContain('faultline/');
  });
}
