/** Reading imports: every form is found, and nothing that only looks like one. */
import { describe, expect, it } from 'vitest';
import { cyclesOf, importsOf, reachableFrom } from './imports.ts';

/** Kept out of the texts below, so that this file does not seem to import what it talks about. */
const imp = 'import';
const url = 'URL';

function targets(text: string): string[] {
  return importsOf('src/app/start.tsx', text).map((one) => one.target + (one.typeOnly ? ' (types)' : ''));
}

describe('importsOf', () => {
  it.each([
    [`${imp} { a } from '../base/a.ts';`, 'src/base/a.ts'],
    [`${imp} {\n  a,\n  type b,\n} from "../base/a.ts";`, 'src/base/a.ts'],
    [`${imp} type { A } from '../base/a.ts';`, 'src/base/a.ts (types)'],
    [`export * from './a.ts';`, 'src/app/a.ts'],
    [`${imp} './a.css';`, 'src/app/a.css'],
    [`${imp} text from './a.py?raw';`, 'src/app/a.py'],
    [`const a = await ${imp}('./a.ts');`, 'src/app/a.ts'],
    [`type A = ${imp}('./a.ts').A;`, 'src/app/a.ts'],
    [`new Worker(new ${url}('./w.ts', ${imp}.meta.url));`, 'src/app/w.ts'],
    [`${imp} React from 'react';`, 'react'],
    [`const u = 'https://x.org';\n${imp} a from 'a';`, 'a'],
  ])('finds %s', (text, target) => {
    expect(targets(text)).toEqual([target]);
  });

  it.each([
    [`// ${imp} a from 'a';`],
    [`/* ${imp} a from 'a'; */`],
    [`export const from = 'here';`],
    [`export function from(a = 'b') {}`],
  ])('passes over %s', (text) => {
    expect(targets(text)).toEqual([]);
  });
});

function edge(file: string, target: string, typeOnly = false) {
  return { file, target, typeOnly };
}

describe('following imports', () => {
  it('reaches what runs, not what is only a type', () => {
    const reached = reachableFrom('a', [
      edge('a', 'b'),
      edge('b', 'c'),
      edge('b', 'd', true),
      edge('e', 'f'),
    ]);
    expect([...reached]).toEqual(['a', 'b', 'c']);
  });

  it('finds circles', () => {
    expect(cyclesOf([edge('a', 'b'), edge('b', 'c')])).toEqual([]);
    expect(cyclesOf([edge('a', 'b'), edge('b', 'c'), edge('c', 'b')])).toEqual(['b -> c -> b']);
    expect(cyclesOf([edge('a', 'a')])).toEqual(['a -> a']);
  });
});
