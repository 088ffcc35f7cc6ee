// The call of `npm run try`: what it takes, and the sentences for what it does not.
import { describe, expect, it } from 'vitest';
import { OPTIONS, readCall } from './call.mjs';
import { HELP } from './help.mjs';
import { MODELS } from './recorded.mjs';
import { STRATEGIES } from './schedule.mjs';
import { WrongCall } from '../wrong-call.mjs';

const DEFAULTS = {
  command: 'run',
  path: 'main.py',
  args: [],
  entry: undefined,
  probes: expect.arrayContaining(['tasks']),
  named: false,
  pace: 'real',
  json: false,
  cold: false,
  schedule: { model: 'cpython314', strategy: { kind: 'realistic' }, check: null },
  search: null,
  chosen: false,
};

/**
 * The call where it is for a run.
 * @param {readonly string[]} args
 */
function readRun(args) {
  const call = readCall(args);
  if (call.command !== 'run') throw new Error(`It is no call for a run, but for ${call.command}.`);
  return call;
}

describe('a call', () => {
  it('has a program and good defaults', () => {
    expect(readCall(['main.py'])).toEqual(DEFAULTS);
  });

  it('takes every option, before or after the program', () => {
    const options =
      '--pace fast shop --entry=app.py --json --cold --model before310 --strategy=random --seed 7';
    const args = [...options.split(' '), '--probes', 'tasks, output', '--check', 'counter == 2'];
    expect(readCall(args)).toEqual({
      ...DEFAULTS,
      path: 'shop',
      entry: 'app.py',
      probes: ['tasks'],
      named: true,
      pace: 'fast',
      json: true,
      cold: true,
      schedule: { model: 'before310', strategy: { kind: 'random', seed: 7 }, check: 'counter == 2' },
      chosen: true,
    });
  });

  it('takes output for what is reported anyway, and nothing for no probe', () => {
    expect(readCall(['a.py', '--probes', 'output'])).toMatchObject({ probes: [], named: true });
    expect(readCall(['a.py', '--probes', ''])).toMatchObject({ probes: [], named: true });
  });

  it('may be for standard input', () => {
    expect(readCall(['-', '--json'])).toMatchObject({ path: '-', json: true });
  });

  it.each([
    [
      ['a.py', '--', 'one', '--two', '-3'],
      ['one', '--two', '-3'],
    ],
    [['a.py', '--json', '--', '--help'], ['--help']],
    [
      ['a.py', '--', 'x', '--', 'y'],
      ['x', '--', 'y'],
    ],
    [['-', '--', ''], ['']],
    [['a.py', '--'], []],
  ])('of %j gives the program %j', (call, args) => {
    expect(readRun(call).args).toEqual(args);
  });

  it.each([
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['a.py', '--help'], 'help'],
    [['--stop-server'], 'stop'],
  ])('may ask for something else: %j', (args, command) => {
    expect(readCall(args)).toEqual({ command });
  });

  it.each([
    [[], /^Say which program to run/],
    [[''], /^Say which program to run/],
    [['a.py', 'b.py'], 'Arguments of the program stand after --.'],
    [['a.py', '--pace', 'slow'], 'There is no pace "slow". The paces are: real, fast'],
    [['a.py', '--probes', 'tasks,ghosts'], /^There is no probe "ghosts"\. The probes are: tasks.*, output$/],
    [['a.py', '--loud'], /^Unknown option '--loud'\. All options: npm run try -- --help$/],
    [['a.py', '--seed'], /--help$/],
    [['a.py', '--json=yes'], /--help$/],
    [['a.py', '--check', 'x'.repeat(10_001)], '--check takes at most 10000 characters.'],
    [['a.py', '--seed', '1e3'], '--seed takes a whole number'],
    [['a.py', '--seed', '99999999999999999999'], '--seed takes a whole number'],
    [['a.py', '--search', '0x10'], '--search takes a whole number'],
    [['a.py', '--bound', '1.5', '--strategy', 'exhaustive'], '--bound takes a whole number'],
  ])('answers %j with a sentence', (args, sentence) => {
    expect(() => readCall(args)).toThrow(WrongCall);
    expect(() => readCall(args)).toThrow(sentence);
  });
});

describe('the help', () => {
  it('is plain text that names every option', () => {
    const names = Object.keys(OPTIONS).map((name) => `--${name}`);
    expect(names.filter((name) => !HELP.includes(name))).toEqual([]);
    // No colours, no control characters, and no line that wraps in a usual terminal.
    expect(/[^\n\x20-\x7e]/.test(HELP)).toBe(false);
    expect(HELP.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });

  it('names every model, strategy and probe', () => {
    const { probes } = readRun(['a.py', '--probes', 'tasks,threads,pool,imports,memory']);
    for (const name of [...MODELS, ...STRATEGIES, ...probes]) expect(HELP).toContain(name);
  });
});
