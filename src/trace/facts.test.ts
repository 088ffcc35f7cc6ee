/** Facts: the same list in both languages, read from the wire, and nothing else taken for one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fact } from '../testing/wire.ts';
import { CANCELLERS, FACTS, isFact, labelOf, textOfLabel } from './facts.ts';

const REPORT = join(import.meta.dirname, '../runtime/python/faultline/report');
const python = ['facts.py', 'holder_facts.py']
  .map((name) => readFileSync(join(REPORT, name), 'utf8'))
  .join('\n');

/** What a type of Python's is called in the table. */
const TYPES: Readonly<Record<string, string>> = {
  str: 'text',
  'str | None': 'text?',
  int: 'number',
  'int | None': 'number?',
  '*str': 'texts',
};

/** The words of a `Literal`, by the name that it has in the module. */
const literals = new Map(
  [...python.matchAll(/^(\w+) = Literal\[([^\]]*)\]/gm)].map(([, name = '', words = '']) => [
    name,
    wordsIn(words),
  ]),
);

function wordsIn(literal: string): string[] {
  return [...literal.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word);
}

function fieldOf(star: string, type: string, name: string): [string, unknown] {
  // These are made of facts, which are texts to the type checker too.
  if (star !== '' && name === 'what') return [name, 'label'];
  if (star !== '' && name === 'waiting') return [name, 'labels'];
  const words = type.startsWith('Literal[') ? wordsIn(type) : literals.get(type);
  return [name, words ?? TYPES[star + type]];
}

/** Each kind with its fields, as the functions of the module say. */
const functions = Object.fromEntries(
  [...python.matchAll(/^def (\w+)\(([^)]*)\) -> Fact:\n.*?(?:fact|with_facts)\("([^"]+)"/gms)].map(
    ([, , parameters = '', kind = '']) => [
      kind,
      Object.fromEntries(
        [...parameters.matchAll(/(\*?)(\w+): (Literal\[[^\]]*\]|[^,]+)/g)].map(
          ([, star = '', name = '', type = '']) => fieldOf(star, type.trim(), name),
        ),
      ),
    ],
  ),
);

describe('the list', () => {
  it('is the same in Python, with the same fields of the same types in the same order', () => {
    const plain: unknown = JSON.parse(JSON.stringify(FACTS));
    expect(Object.keys(functions).length).toBeGreaterThan(50);
    expect(functions).toEqual(plain);
    for (const [kind, fields] of Object.entries(FACTS)) {
      expect([kind, ...Object.keys(functions[kind] ?? {})]).toEqual([kind, ...Object.keys(fields)]);
    }
    expect(literals.get('Canceller')).toEqual(CANCELLERS);
  });

  it('has the same signs on the wire', () => {
    const source = readFileSync(join(REPORT, 'fact.py'), 'utf8');
    const sign = (name: string) => new RegExp(`^${name} = "\\\\x(..)"`, 'm').exec(source)?.[1];
    expect([sign('SEPARATOR'), sign('BETWEEN'), sign('NOTHING')]).toEqual(['1f', '1e', '00']);
  });
});

describe('a label', () => {
  it('is a name or code as it is', () => {
    expect(labelOf('sleep(0.1)')).toBe('sleep(0.1)');
    expect(labelOf('')).toBe('');
    expect(isFact(labelOf('read'))).toBe(false);
  });

  it('is a fact with its fields', () => {
    const label = labelOf(fact('read', { variable: "stock['a = b']", value: null }));
    expect(label).toEqual({ fact: 'read', fields: { variable: "stock['a = b']", value: null } });
    expect(isFact(label, 'read')).toBe(true);
    expect(isFact(label, 'wrote')).toBe(false);
  });

  it('has no value for last fields that are left out', () => {
    expect(labelOf('\u001Fread\u001Fa')).toEqual({ fact: 'read', fields: { variable: 'a', value: null } });
    expect(labelOf('\u001Flock')).toEqual({ fact: 'lock', fields: { name: null, holder: null } });
  });

  it('keeps empty texts, numbers and lists', () => {
    expect(labelOf(fact('lock', { name: '', holder: 'A' }))).toEqual({
      fact: 'lock',
      fields: { name: '', holder: 'A' },
    });
    expect(labelOf(fact('growth', { blocks: -3 }))).toEqual({ fact: 'growth', fields: { blocks: -3 } });
    expect(labelOf(fact('names so far', { names: [] }))).toEqual({
      fact: 'names so far',
      fields: { names: [] },
    });
    expect(labelOf(fact('names so far', { names: ['a', 'b'] }))).toMatchObject({
      fields: { names: ['a', 'b'] },
    });
  });

  it('may be made of facts', () => {
    const lock = fact('lock', { name: 'a', holder: 'B' });
    const waits = ['A', 'B'].map((who) => `\u001Fwaits\u001F${who}\u001Fmain.py\u001F3\u001F${lock}`);
    const label = labelOf(`\u001Fdeadlock\u001F${waits.join('\u001E')}`);
    const what = { fact: 'lock', fields: { name: 'a', holder: 'B' } };
    expect(label).toEqual({
      fact: 'deadlock',
      fields: {
        waiting: ['A', 'B'].map((who) => ({
          fact: 'waits',
          fields: { who, file: 'main.py', line: 3, what },
        })),
      },
    });
  });

  it('cuts each field, and keeps the fact', () => {
    const label = labelOf(fact('missing name', { name: 'long' }), (text) => text.slice(0, 2));
    expect(label).toEqual({ fact: 'missing name', fields: { name: 'lo' } });
  });

  it.each([
    ['a kind that there is not', '\u001Fnothing\u001Fa', '␟nothing␟a'],
    ['a kind of an object of JavaScript', '\u001Fconstructor', '␟constructor'],
    ['too few fields', '\u001Fend of thread', '␟end of thread'],
    ['too many fields', '\u001Fsignal\u001Fa', '␟signal␟a'],
    ['a word that is not in the list', '\u001Fcheck is\u001FMaybe', '␟check is␟Maybe'],
    ['a number that is none', '\u001Fgrowth\u001F1e3', '␟growth␟1e3'],
    ['nothing where something must be', '\u001Fgrowth\u001F\u0000', '␟growth␟␀'],
  ])('with %s stays a text, with its signs shown', (_what, text, shown) => {
    expect(labelOf(text)).toBe(shown);
  });
});

describe('written again', () => {
  const lock = { fact: 'lock', fields: { name: 'bank', holder: null } } as const;
  const waits = { fact: 'waits', fields: { who: 'T1', file: null, line: 4, what: lock } } as const;
  it.each([
    'a name',
    fact('read', { variable: 'counter', value: null }),
    fact('names so far', { names: ['a', 'b'] }),
    fact('names so far', { names: [] }),
    fact('late garbage', { label: 'Node', objects: 3 }),
    fact('signal', {}),
  ])('%j is the text that it was', (text) => {
    expect(textOfLabel(labelOf(text))).toBe(text);
  });

  it.each([
    waits,
    { fact: 'deadlock', fields: { waiting: [waits, 'somebody', waits] } },
    { fact: 'stuck', fields: { waiting: [] } },
  ] as const)('a fact that is made of facts is read again as it was', (label) => {
    expect(labelOf(textOfLabel(label))).toEqual(label);
  });
});
