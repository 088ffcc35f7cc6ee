/** The imports probe and lesson on the real interpreter: every entry, and what readers may make of the program. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { ended, marksOn, statesOf, watch } from './imports.ts';
import { lessonCalled, version } from './versions.ts';

const lesson = lessonCalled('imports');
const { entries } = lesson;

const TABLE: Readonly<Record<string, readonly string[]>> = {
  // main.py, import orders, import customers, -m orders, -m customers
  broken: [
    'ImportError Order',
    'ImportError Order',
    'ImportError discount_for',
    'ImportError discount_for',
    'ImportError Order',
  ],
  'half-fix': ['finished', 'finished', 'ImportError discount_for', 'ImportError discount_for', 'finished'],
  'both-modules': ['finished', 'finished', 'finished', 'finished', 'finished'],
  'inside-function': ['finished', 'finished', 'finished', 'finished', 'finished'],
  fixed: ['finished', 'finished', 'finished', 'finished', 'finished'],
};

for (const [name, endings] of Object.entries(TABLE)) {
  test(`from every entry: ${name}`, async ({ harness }) => {
    const files = version(lesson, name);
    const found = [];
    for (const entry of entries) found.push(ended(await watch(harness, files, entry)));
    expect(found).toEqual(endings);
  });
}

test('the broken side is reported as it happened', async ({ harness }) => {
  const run = await watch(harness, version(lesson, 'broken'));
  expect(marksOn(run, 'back edges')).toEqual([
    'shop.customers asked for `Order` too early. shop.orders was still on its line 1, waiting for shop.customers; `Order` comes in line 4.',
  ]);
  expect(marksOn(run, 'shop.orders')).toEqual(['names so far: none', 'missing: Order']);
  expect(marksOn(run, 'static cycles')).toEqual(['shop.customers → shop.orders → shop.customers']);
  expect(statesOf(run, 'shop.orders')).toEqual(['absent', 'initialising', 'failed', 'removed']);
  expect(statesOf(run, 'shop')).toEqual(['absent', 'initialising', 'ready']);
  expect(run.counters).toMatchObject({ 'bodies run': 4, 'modules loaded': 1, 'back edges': 1 });
});

test('the fixed side: each body once, ready, and the right sums', async ({ harness }) => {
  const run = await watch(harness, version(lesson, 'fixed'));
  expect(run.stdout).toBe('Bob pays 50.0\nAda pays 90.0\n');
  expect(marksOn(run, 'static cycles')).toEqual([]);
  for (const module of ['shop', 'shop.orders', 'shop.customers', 'shop.pricing']) {
    expect(statesOf(run, module)).toEqual(['absent', 'initialising', 'ready']);
  }
  expect(run.counters).toMatchObject({ 'bodies run': 5, 'modules loaded': 4, depth: 0, 'depth (peak)': 3 });
});

test('bodies run again by the traceback are seen, as in CPython, but not counted', async ({ harness }) => {
  const noisy = Object.fromEntries(
    Object.entries(version(lesson, 'broken')).map(([path, text]) => [path, `print("${path}")\n${text}`]),
  );
  const run = await watch(harness, noisy);
  const without = await harness.run(noisy, { probes: [] });
  expect(run.stdout).toBe(without.stdout);
  expect(run.stderr).toBe(without.stderr);
  expect(run.stdout.match(/orders/g)).toHaveLength(2);
  expect(run.counters['bodies run']).toBe(4);
});

test('on this page the message names the circle, in a package and without one', async ({ harness }) => {
  for (const files of [version(lesson, 'broken'), version(lesson, 'flat')]) {
    const run = await watch(harness, files);
    expect(run.stderr).toContain('(most likely due to a circular import)');
    expect(marksOn(run, 'back edges').join()).toContain('customers asked for `Order` too early.');
  }
});

test('a name used while the body runs is reported as used', async ({ harness }) => {
  const run = await watch(harness, version(lesson, 'base-class'));
  expect(ended(run)).toBe('AttributeError');
  expect(marksOn(run, 'back edges').at(-1)).toBe(
    'shop.customers used `Order` of shop.orders too early. shop.orders was still on its line 1, waiting for shop.customers; `Order` comes in line 4.',
  );
});

test('one file run as a script and imported is two modules', async ({ harness }) => {
  const run = await watch(harness, version(lesson, 'script-and-module'), 'python -m shop.customers');
  expect(run.stdout).toBe('the same function: False\n');
  expect(statesOf(run, '__main__')).toEqual(['initialising', 'ready']);
  expect(statesOf(run, 'shop.customers')).toEqual(['absent', 'initialising', 'ready']);
});

test('get_type_hints still fails on what is imported for type checkers only, and lazy is not known', async ({
  harness,
}) => {
  const main =
    'import typing\nfrom shop.customers import is_large\ntry:\n    typing.get_type_hints(is_large)\nexcept NameError as error:\n    print(error)\n';
  const hints = await watch(harness, { ...version(lesson, 'for-type-checkers'), 'main.py': main });
  expect(hints.stdout).toBe("name 'Order' is not defined\n");
  expect(ended(await watch(harness, { 'main.py': 'lazy from json import loads\n' }))).toBe('SyntaxError');
});

test('standard library imports are folded away', async ({ harness }) => {
  const run = await watch(harness, {
    'main.py': 'import json, xml.dom.minidom\nfrom collections import abc\n',
  });
  const labels = run.events.flatMap((event) => (event.word === 'track' ? [event.label] : []));
  expect(labels.filter((label) => /json|xml|collections/.test(label))).toEqual([]);
  expect(run.counters).toMatchObject({ 'bodies run': 1 });
});
