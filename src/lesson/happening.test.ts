/** What is said of a published program is said only of a run for which all that it rests on holds. */
import { describe, expect, it } from 'vitest';
import { traceOf, type ScriptLine } from '../testing/scriptedTrace.ts';
import type { Measure } from '../trace/measure.ts';
import { lessons } from './catalog.ts';
import { figuresOf, happeningsOf, unmet, unprinted } from './happening.ts';
import { isPublished, type Happening, type Published } from './schema.ts';
import type { SideResult } from './verdict.ts';

const [some] = lessons.flatMap(({ published }) => published);
if (some === undefined || !isPublished(some)) throw new Error('nothing is published');

const peak: Measure = {
  id: 'peak',
  label: 'together at most',
  unit: 'count',
  read: { of: 'gauge', track: 'in flight', take: 'peak' },
  expect: {},
};
const elapsed: Measure = {
  id: 'elapsed',
  label: 'elapsed',
  unit: 'seconds',
  read: { of: 'elapsed' },
  expect: {},
};
const program: Published = { ...some, measures: [peak, elapsed], ends: {}, happens: [] };

function result(end: Partial<SideResult['end']> = {}, lines: readonly ScriptLine[] = []): SideResult {
  const { picture } = traceOf([
    [1, 'track', 'output'],
    [2, 'track', 'in flight'],
    [3, 'gauge', 'in flight', 4],
    [4, 'print', 'output', 'one\ntw'],
    [5, 'print', 'output', 'o\n', 'stderr'],
    ...lines,
  ]);
  return { picture, end: { endingKind: 'finished', raised: null, time: 2_000_000, ...end } };
}

function happening(change: Partial<Happening> = {}): Happening {
  return { side: 'broken', measures: {}, prints: [], ends: null, words: [], ...change };
}

const figuring = (text: string) => [
  { kind: 'text', text } as const,
  { kind: 'strong', children: [{ kind: 'code', text: '{elapsed}' } as const] } as const,
];

describe('a sentence', () => {
  it('that rests on nothing holds for any run that came to its end', () => {
    for (const endingKind of ['finished', 'exited']) {
      expect(unmet(happening(), program, result({ endingKind }))).toEqual([]);
    }
  });

  it.each(['stopped', 'stuck', 'capped', 'crashed', 'unable'])(
    'is not said of a run that was %s',
    (endingKind) => {
      expect(unmet(happening(), program, result({ endingKind }))).toEqual([`it was ${endingKind}`]);
    },
  );

  it('holds for the figures that keep its bounds', () => {
    expect(unmet(happening({ measures: { peak: '== 4', elapsed: '>= 2' } }), program, result())).toEqual([]);
    expect(unmet(happening({ measures: { peak: '> 4', elapsed: '< 1.5' } }), program, result())).toEqual([
      'peak is 4, not > 4',
      'elapsed is 2, not < 1.5',
    ]);
  });

  it('is not met by a figure that the program does not have', () => {
    expect(unmet(happening({ measures: { lost: '== 0' } }), program, result())).toEqual([
      'lost is NaN, not == 0',
    ]);
  });

  it('names what the run did not print', () => {
    expect(unmet(happening({ prints: ['one', 'three'] }), program, result())).toEqual([
      'it does not print "three"',
    ]);
  });
});

describe('the exception of a run', () => {
  const raised = result({ endingKind: 'raised', raised: 'KeyError' });

  it('has to be the one that a sentence names', () => {
    expect(unmet(happening({ ends: 'KeyError' }), program, raised)).toEqual([]);
    expect(unmet(happening({ ends: 'ValueError' }), program, raised)).toEqual([
      'it ends with KeyError, not ValueError',
    ]);
    expect(unmet(happening({ ends: 'ValueError' }), program, result())).toEqual([
      'it ends with no exception, not ValueError',
    ]);
  });

  it('has to be the one of the lesson where a sentence names none', () => {
    expect(unmet(happening(), program, raised)).toEqual(['it ends with KeyError']);
    expect(unmet(happening(), { ...program, ends: { broken: 'KeyError' } }, raised)).toEqual([]);
    expect(unmet(happening(), { ...program, ends: { fixed: 'KeyError' } }, raised)).toEqual([
      'it ends with KeyError',
    ]);
  });
});

describe('the sentences of a side', () => {
  const saying: Published = {
    ...program,
    happens: [
      happening({ words: figuring('At most {peak}. ') }),
      happening({ words: figuring('Not true. '), measures: { peak: '== 9' } }),
      happening({ words: figuring('Of the other. '), side: 'fixed' }),
    ],
  };

  it('are those that are true, with the figures of the run, also within other words', () => {
    expect(happeningsOf(saying, 'broken', result())).toEqual([
      [
        { kind: 'text', text: 'At most 4. ' },
        { kind: 'strong', children: [{ kind: 'code', text: '2.00\u00a0s' }] },
      ],
    ]);
  });

  it('are those of that side', () => {
    expect(happeningsOf(saying, 'fixed', result())).toHaveLength(1);
  });
});

describe('figures', () => {
  it('are told with their labels, of what the run has reported', () => {
    expect(figuresOf(program, result())).toEqual(['together at most 4', 'elapsed 2.00\u00a0s']);
    const silent = { ...result(), picture: traceOf([[0, 'track', 'output']]).picture };
    expect(figuresOf(program, silent)).toEqual(['elapsed 2.00\u00a0s']);
  });
});

describe('what was printed', () => {
  it('is looked for across writes and streams, line ends included', () => {
    expect(unprinted(['one\ntwo\n', 'tw'], result())).toEqual([]);
    expect(unprinted(['two\none', 'Two'], result())).toEqual([
      'it does not print "two\\none"',
      'it does not print "Two"',
    ]);
  });
});
