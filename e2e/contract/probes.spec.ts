/** Probes watch and leave no trace: the program computes the same, and everything is put back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../harness.ts';

const program = (name: string): string => readFileSync(join(import.meta.dirname, 'programs', name), 'utf8');
const watched = program('probe_sees_nothing_change.py');

test('a program does the same with and without probes', async ({ harness }) => {
  const without = await harness.run(watched, { probes: [] });
  const withTasks = await harness.run(watched, { probes: ['tasks'] });
  expect(without.end.ending).toEqual({ kind: 'finished' });
  expect(withTasks.end.ending).toEqual({ kind: 'finished' });
  expect(withTasks.stdout).toBe(without.stdout);
  expect(without.stdout).toContain('goodbye');
  expect(addressless(withTasks.stderr)).toBe(addressless(without.stderr));
  expect(without.stderr).toContain('Task exception was never retrieved');
});

test('user task factories and eager tasks have their lanes too', async ({ harness }) => {
  const { events, counters } = await harness.run(watched);
  const opened = events.filter(({ word }) => word === 'open').length;
  const closed = events.filter(({ word }) => word === 'close').length;
  expect(counters['tasks']).toBe(8);
  expect([opened, closed]).toEqual([8, 8]);
  const outcomes = events.flatMap((event) => (event.word === 'close' ? [event.outcome] : []));
  expect(outcomes.filter((outcome) => outcome === 'failed')).toHaveLength(2);
});

test('what was replaced is put back when the run ends', async ({ harness }) => {
  const { stdout, end } = await harness.run(program('looks_back.py'));
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout).toBe("left: [] of 14; watched: ['call_soon', '_run'], then []");
});

test('who calls what is watched in odd ways hears the same of it, and no probe is taken out', async ({
  harness,
}) => {
  const without = await harness.run(program('careless_calls.py'), { probes: [] });
  const withTasks = await harness.run(program('careless_calls.py'), { probes: ['tasks'] });
  expect(without.end.ending).toEqual({ kind: 'finished' });
  expect(without.stdout.split('\n')).toHaveLength(12);
  expect(without.stdout).toContain('timed out');
  expect(withTasks.stdout).toBe(without.stdout);
  expect(withTasks.end).toMatchObject({ ending: { kind: 'finished' }, faults: [] });
});

function addressless(text: string): string {
  return text.replaceAll(/0x[0-9a-f]+/g, '0x');
}
