// The call of `npm run try`: what it takes, and the sentences for what it does not.
import { describe, expect, it } from 'vitest';
import { readCall } from './try-call.mjs';
import { WrongCall } from './wrong-call.mjs';

describe('a call', () => {
  it('has a program and good defaults', () => {
    expect(readCall(['main.py'])).toEqual({
      path: 'main.py',
      entry: undefined,
      probes: expect.arrayContaining(['tasks']),
      pace: 'real',
      json: false,
      schedule: { model: 'cpython314', strategy: { kind: 'realistic' }, check: null },
      search: null,
      chosen: false,
    });
  });

  it('takes every option, before or after the program', () => {
    const options = '--pace fast shop --entry=app.py --json --model before310 --strategy=random --seed 7';
    const args = [...options.split(' '), '--probes', 'tasks, output', '--check', 'counter == 2'];
    expect(readCall(args)).toEqual({
      path: 'shop',
      entry: 'app.py',
      probes: ['tasks'],
      pace: 'fast',
      json: true,
      schedule: { model: 'before310', strategy: { kind: 'random', seed: 7 }, check: 'counter == 2' },
      search: null,
      chosen: true,
    });
  });

  it('takes output for what is reported anyway, and nothing for no probe', () => {
    expect(readCall(['a.py', '--probes', 'output']).probes).toEqual([]);
    expect(readCall(['a.py', '--probes', '']).probes).toEqual([]);
  });

  it.each([
    [[], /^Say which program to run/],
    [['a.py', 'b.py'], /^Say which program to run/],
    [['a.py', '--pace', 'slow'], 'There is no pace "slow". The paces are: real, fast'],
    [['a.py', '--probes', 'tasks,ghosts'], /^There is no probe "ghosts"\. The probes are: tasks.*, output$/],
    [['a.py', '--loud'], /^Unknown option '--loud'.*This is how it is called/],
  ])('answers %j with a sentence', (args, sentence) => {
    expect(() => readCall(args)).toThrow(WrongCall);
    expect(() => readCall(args)).toThrow(sentence);
  });
});
