// The call of `npm run try`: what it takes, and the sentences for what it does not.
import { describe, expect, it } from 'vitest';
import { readCall, WrongCall } from './try-call.mjs';

describe('a call', () => {
  it('has a program and good defaults', () => {
    expect(readCall(['main.py'])).toEqual({
      path: 'main.py',
      entry: undefined,
      probes: ['tasks'],
      pace: 'real',
      json: false,
    });
  });

  it('takes every option, before or after the program', () => {
    const args = ['--pace', 'fast', 'shop', '--entry=app.py', '--probes', 'tasks, output', '--json'];
    expect(readCall(args)).toEqual({
      path: 'shop',
      entry: 'app.py',
      probes: ['tasks'],
      pace: 'fast',
      json: true,
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
    [['a.py', '--probes', 'tasks,ghosts'], 'There is no probe "ghosts". The probes are: tasks, output'],
    [['a.py', '--loud'], /^Unknown option '--loud'.*This is how it is called/],
  ])('answers %j with a sentence', (args, sentence) => {
    expect(() => readCall(args)).toThrow(WrongCall);
    expect(() => readCall(args)).toThrow(sentence);
  });
});
