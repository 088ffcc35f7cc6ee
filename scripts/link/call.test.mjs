// The call of `npm run link`: what it takes, and the sentences for what it does not.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PARTS } from '../../src/lesson/published.ts';
import { PACES } from '../../src/runtime/protocol.ts';
import { MODELS } from '../../src/runtime/schedule.ts';
import { WrongCall } from '../wrong-call.mjs';
import { LISTS, OPTIONS, readCall } from './call.mjs';
import { HELP } from './help.mjs';

const home = mkdtempSync(join(tmpdir(), 'faultline-link-'));
afterAll(() => rmSync(home, { recursive: true }));
/** @type {(name: string, content: string) => void} */
const save = (name, content) => writeFileSync(join(home, name), content);
/** @param {string} call */
const read = (call) => readCall(call.split(' '), home);

save('file.py', '\uFEFFprint(1)\r\n');
save('recorded.json', '{"model": "before310", "decisions": [[3, 1], [9, 0]]}');
save('lesson.faultline', '#/threads/2\n');

describe('a call', () => {
  it('names a place, programs and settings', () => {
    const call =
      '--lesson threads --step 3 --broken file.py --fixed shop/orders.py=file.py --seed 7 --pace fast';
    expect(read(call)).toEqual({
      command: 'encode',
      site: '',
      wanted: {
        lesson: 'threads',
        step: 2,
        pace: 'fast',
        files: {
          broken: [{ path: null, name: 'file.py', text: 'print(1)\n' }],
          fixed: [{ path: 'shop/orders.py', name: 'file.py', text: 'print(1)\n' }],
        },
        schedule: { seed: 7 },
      },
    });
  });

  it('replays what was recorded, under its model', () => {
    const recorded = {
      model: 'before310',
      decisions: [
        [3, 1],
        [9, 0],
      ],
    };
    expect(read('--lesson threads --schedule recorded.json')).toMatchObject({
      wanted: { schedule: { strategy: 'replay', recorded } },
    });
  });

  it('reads a link, or that of a file', () => {
    expect(read('--decode #/threads')).toEqual({ command: 'decode', link: '#/threads' });
    expect(read('--decode lesson.faultline')).toEqual({ command: 'decode', link: '#/threads/2\n' });
  });

  it.each([
    ['--step 3', 'Say which lesson'],
    ['--lesson threads --step 0', '--step takes a whole number from 1 on'],
    ['--lesson threads --seed one', '--seed takes a whole number'],
    ['--lesson threads --broken absent.py', '"absent.py" cannot be read: there is no such file.'],
    ['--lesson threads --pace slow', 'There is no pace "slow". The paces are: real, fast'],
    ['--lesson threads --colour red', "Unknown option '--colour'"],
    ['--lesson threads more', 'Unexpected argument'],
  ])('is wrong: %s', (call, words) => {
    expect(() => read(call)).toThrow(WrongCall);
    expect(() => read(call)).toThrow(words);
  });

  it('knows the words that the page knows', () => {
    expect(LISTS).toMatchObject({ part: PARTS, pace: PACES, model: MODELS });
  });
});

it('has every option in its help', () => {
  expect(Object.keys(OPTIONS).filter((name) => !HELP.includes(`--${name}`))).toEqual([]);
});
