/** Links: states go there and back whole, and whatever happens to a link on its way is noticed. */
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { lessons } from '../lesson/catalog.ts';
import { chanceFrom, randomState } from '../testing/randomState.ts';
import { linkOf, someLinks } from '../testing/someLinks.ts';
import { decodeFragment, type Decoded } from './link.ts';
import { SharedStateSchema, type SharedState } from './state.ts';

const changed = (link: string, at: number, letter: string) => link.slice(0, at) + letter + link.slice(at + 1);

/** What must come of a link that is not the one that was sent: a fault, a plain place, or what was sent all the same. */
function isHonest(decoded: Decoded, sent: SharedState): boolean {
  return decoded.kind !== 'state' || isDeepStrictEqual(decoded.state, sent);
}

describe('a link', () => {
  it('gives back each of 2,000 random states', () => {
    const chance = chanceFrom(14);
    let packed = 0;
    for (let count = 0; count < 2000; count += 1) {
      const state = randomState(lessons, chance);
      const decoded = decodeFragment(linkOf(state), lessons);
      if (decoded.kind === 'address') continue;
      packed += 1;
      if (decoded.kind !== 'state' || decoded.older) throw new Error(JSON.stringify([decoded, state]));
      expect(decoded.state).toEqual(state);
    }
    expect(packed).toBeGreaterThan(1900);
  });

  it('is the same for the same state, in whatever order its parts were put together', () => {
    const [one] = someLinks(1, chanceFrom(3));
    const backwards = (value: unknown): unknown =>
      typeof value !== 'object' || value === null || Array.isArray(value)
        ? value
        : Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, inner]) => [key, backwards(inner)]),
          );
    const files = { 'main.py': 'pass\n', 'shop/orders.py': 'print(1)\n' };
    const state: SharedState = { lesson: 'imports', version: 1, files: { fixed: files }, playhead: 7 };
    expect(linkOf(v.parse(SharedStateSchema, backwards(state)))).toBe(linkOf(state));
    expect(one && linkOf(one.state)).toBe(one?.link);
  });

  it('never ends in a sign that a chat program takes for the end of a sentence', () => {
    const links = someLinks(300, chanceFrom(4)).map(({ link }) => link);
    expect(links.filter((link) => !/[A-Za-z0-9]$/.test(link))).toEqual([]);
  });

  it('is a plain address where it holds nothing but a place', () => {
    const plain = { lesson: 'threads', version: 7 };
    expect(linkOf(plain)).toBe('#/threads');
    expect(linkOf({ ...plain, step: 2 })).toBe('#/threads/3');
    expect(linkOf({ ...plain, part: 'cause' })).toBe('#/threads/published/cause');
  });

  it('is read from a whole address, as somebody has pasted it, and from the text of a file', () => {
    const [{ link, state } = { link: '', state: null }] = someLinks(1, chanceFrom(5));
    for (const text of [
      `https://example.org/faultline/${link}`,
      `\n${link}\n`,
      `file:///lesson/index.html${link} `,
    ]) {
      const decoded = decodeFragment(text, lessons);
      expect(decoded.kind === 'state' && decoded.state).toEqual(state);
    }
  });
});

describe('what happens to a link on its way', () => {
  const LETTERS = ['A', 'z', '0', '-', '_', '%', '#', '/', '?', ' ', 'é'];

  it('is noticed: every change of one letter of 50 links', () => {
    const chance = chanceFrom(50);
    const wrong: string[] = [];
    let slow = 0;
    for (const { link, state } of someLinks(50, chance)) {
      const letters =
        link.length < 100 ? LETTERS : [LETTERS[Math.floor(chance() * LETTERS.length)] ?? 'A', 'B'];
      for (let at = 0; at < link.length; at += 1) {
        for (const letter of letters) {
          const other = changed(link, at, letter);
          if (other === link) continue;
          if (isSlow(other)) slow += 1;
          if (!isHonest(decodeFragment(other, lessons), state)) wrong.push(other);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(slow).toBe(0);
  });

  it('is noticed: every bit that is turned round, whatever it stands for', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const [{ link } = { link: '' }] = someLinks(1, chanceFrom(51));
    for (let at = link.lastIndexOf('/') + 1; at < link.length; at += 1) {
      for (const letter of alphabet) {
        if (letter === link[at]) continue;
        expect(decodeFragment(changed(link, at, letter), lessons).kind).toBe('fault');
      }
    }
  });

  it('is noticed: letters that are left out or come twice', () => {
    for (const { link, state } of someLinks(20, chanceFrom(6))) {
      for (let at = 0; at < link.length; at += 7) {
        const others = [
          link.slice(0, at) + link.slice(at + 1),
          link.slice(0, at) + link.charAt(at) + link.slice(at),
        ];
        expect(others.map((other) => isHonest(decodeFragment(other, lessons), state))).toEqual([true, true]);
      }
    }
  });

  it('is noticed: wherever it was cut off, and it says so', () => {
    for (const { link } of someLinks(20, chanceFrom(7))) {
      const begin = link.lastIndexOf('/') + 2;
      for (let at = begin; at < link.length - 1; at += 5) {
        const decoded = decodeFragment(link.slice(0, at), lessons);
        expect([at, decoded.kind === 'fault' && decoded.fault.kind]).toEqual([at, 'cut']);
        expect(decoded.kind === 'fault' && decoded.lesson?.id).toBe(link.split('/')[1]);
      }
    }
  });

  it('is undone where it can be: signs that were replaced, and lines that were broken', () => {
    for (const { link, state } of someLinks(10, chanceFrom(8))) {
      const escaped = link.replace(/[A-Z_-]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
      const twice = escaped.replaceAll('%', '%25');
      const broken = `${link.slice(0, 30)}\r\n${link.slice(30)}`;
      for (const text of [
        escaped,
        twice,
        broken,
        `#${encodeURIComponent(link.slice(1))}`,
        `https://example.org/${encodeURIComponent(link)}`,
      ]) {
        const decoded = decodeFragment(text, lessons);
        expect(decoded.kind === 'state' && decoded.state).toEqual(state);
      }
    }
  });
});

/** Asked again where it seems to be, as a busy machine may have been at something else. */
function isSlow(link: string): boolean {
  for (let tries = 0; tries < 3; tries += 1) {
    const begun = performance.now();
    decodeFragment(link, lessons);
    if (performance.now() - begun < 100) return false;
  }
  return true;
}
