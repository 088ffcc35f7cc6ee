import { expect, test } from 'vitest';
import { fakeMachine } from './fakeMachine.mjs';
import { findPackage } from './find.mjs';
import { PACKAGES } from './list.mjs';

const wanted = { name: 'tea', sources: { pip: { version: '1' } } };

/**
 * A source that counts how often it is asked, and has the package or a reason.
 * @param {string} name
 * @param {string | null} text
 */
function source(name, text) {
  const one = {
    name,
    asked: 0,
    async find() {
      one.asked += 1;
      if (text === null) throw new Error(`${name} has nothing`);
      return { source: name, file: 'tea-1.whl', bytes: Buffer.from(text) };
    },
  };
  return one;
}

test('the first source that has it is the last that is asked', async () => {
  const { machine } = fakeMachine({});
  const [first, second, third] = [source('a', null), source('b', 'leaves'), source('c', 'other leaves')];
  const { found, tried } = await findPackage(machine, [first, second, third], wanted);
  expect(found).toMatchObject({ source: 'b', file: 'tea-1.whl' });
  expect(tried).toEqual(['a: a has nothing']);
  expect(third.asked).toBe(0);
});

test('what was fetched once is not fetched again', async () => {
  const { machine } = fakeMachine({});
  await findPackage(machine, [source('a', 'leaves')], wanted);
  const again = source('b', 'other leaves');
  const { found } = await findPackage(machine, [again], wanted);
  expect(found).toMatchObject({ source: 'a' });
  expect(Buffer.from(found?.bytes ?? []).toString()).toBe('leaves');
  expect(again.asked).toBe(0);
});

/** @typedef {(fake: ReturnType<typeof fakeMachine>) => unknown} Spoil */

/** @type {[why: string, spoil: Spoil, then: typeof wanted][]} */
const SPOILT = [
  ['its bytes have changed', ({ kept }) => kept.set('/cache/tea-1.whl', Buffer.from('ash')), wanted],
  ['it is gone', ({ kept }) => kept.delete('/cache/tea-1.whl'), wanted],
  ['the list of the cache is broken', ({ kept }) => kept.set('/cache/index.json', Buffer.from('{')), wanted],
  ['other versions are pinned', () => {}, { name: 'tea', sources: { pip: { version: '2' } } }],
];

test.each(SPOILT)('what was fetched is fetched anew when %s', async (_why, spoil, then) => {
  const fake = fakeMachine({});
  await findPackage(fake.machine, [source('a', 'leaves')], wanted);
  spoil(fake);
  const anew = source('b', 'leaves');
  expect((await findPackage(fake.machine, [anew], then)).found).toMatchObject({ source: 'b' });
  expect(anew.asked).toBe(1);
});

test('where nobody has it, every reason is reported, and nothing is kept', async () => {
  const { machine, kept } = fakeMachine({});
  const { found, tried } = await findPackage(machine, [source('a', null), source('b', null)], wanted);
  expect(found).toBeNull();
  expect(tried).toEqual(['a: a has nothing', 'b: b has nothing']);
  expect(kept.size).toBe(0);
});

test('each package of the list says where it comes from, under which licence, and what it needs', () => {
  const names = PACKAGES.map(({ name }) => name);
  expect(names).toContain('sqlalchemy');
  for (const { name, licence, needs, modules, sources } of PACKAGES) {
    expect(licence, name).not.toBe('');
    expect(Object.keys(sources).toSorted(), name).toEqual(['debian', 'pip', 'pyodide']);
    expect(sources.debian.sha256, name).toMatch(/^[0-9a-f]{64}$/);
    expect(modules.length, name).toBeGreaterThan(0);
    for (const needed of needs) expect(names).toContain(needed);
  }
});
