// The call of `npm run test:cpython`: what it takes, and the sentences for what it does not.
import { describe, expect, it } from 'vitest';
import { WrongCall } from '../wrong-call.mjs';
import { readCall } from './call.mjs';
import { MODULES } from './modules.mjs';

describe('a call', () => {
  it('runs every module, unless some are named', () => {
    expect(readCall(['--from', 'cpython'])).toEqual({
      from: 'cpython',
      name: undefined,
      modules: MODULES,
      table: false,
    });
    const { modules, name } = readCall([
      '--from',
      'x',
      '--name',
      'CPython 3.14.2',
      '--only',
      'test_locks,test_queue',
    ]);
    expect(modules).toEqual(['test_asyncio.test_locks', 'test_queue']);
    expect(name).toBe('CPython 3.14.2');
  });

  it('needs no source to make the table of what was kept', () => {
    expect(readCall(['--table'])).toMatchObject({ from: null, table: true });
  });

  it.each([
    [[], /^Say where CPython's source is/],
    [
      ['--from', 'x', '--only', 'test_moon'],
      /^There is no module "test_moon"\. The modules are: test_asyncio\./,
    ],
    [['--loud'], /^Unknown option '--loud'.*This is how it is called/],
  ])('answers %j with a sentence', (args, sentence) => {
    expect(() => readCall(args)).toThrow(WrongCall);
    expect(() => readCall(args)).toThrow(sentence);
  });
});
