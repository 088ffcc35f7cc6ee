/** Addresses within lessons: which form they have, where they lead, and why one leads nowhere. */
import { describe, expect, it } from 'vitest';
import { lessons as all } from './catalog.ts';
import { cannotLead, lessonAt, notesAddress, readLessonAddress, readNotesAddress } from './address.ts';
import type { Lesson } from './schema.ts';

const [plain] = all;
const threads = all.find(({ id }) => id === 'threads');
if (plain === undefined || threads === undefined) throw new Error('there are no lessons');

const [step] = plain.steps;
if (step === undefined) throw new Error('the lesson has no step');
const short: Lesson = { ...plain, id: 'short', steps: [step, step], published: [], schedule: undefined };
const lessons: readonly Lesson[] = [short, threads];

const ledTo = (hash: string) => {
  const address = readLessonAddress(hash);
  return address === null ? null : (lessonAt(address, lessons)?.id ?? null);
};

describe('an address', () => {
  it('is of the beginning of a lesson, with or without a slash at its end', () => {
    const start = { lesson: 'short', place: { kind: 'start' }, settings: {} };
    expect(readLessonAddress('#/short')).toEqual(start);
    expect(readLessonAddress('#/short/')).toEqual(start);
  });

  it('is of a step, counted from 1', () => {
    expect(readLessonAddress('#/short/step/12')?.place).toEqual({ kind: 'step', step: 12 });
  });

  it.each(['0', '01', '100', '-1', '1a'])('is not of a step %s', (number) => {
    expect(readLessonAddress(`#/short/step/${number}`)).toBeNull();
  });

  it('is of a published program, of one of three parts', () => {
    for (const part of ['cause', 'diagnosis', 'solution']) {
      expect(readLessonAddress(`#/threads/published/${part}`)?.place).toEqual({ kind: 'published', part });
    }
    expect(readLessonAddress('#/threads/published/remedy')).toBeNull();
  });

  it.each([
    '',
    '#',
    '/short',
    '#short',
    '#/Short',
    '#/1short',
    '#/short/step',
    '#/short/other/1',
    '#/a/step/1/2',
  ])('has not the form %j', (hash) => {
    expect(readLessonAddress(hash)).toBeNull();
  });
});

describe('the settings of an address', () => {
  it('are a model, a strategy and a seed, each of which may be left out', () => {
    expect(readLessonAddress('#/threads?model=free-threaded&strategy=pct&seed=007')?.settings).toEqual({
      model: 'free-threaded',
      strategy: 'pct',
      seed: 7,
    });
    expect(readLessonAddress('#/threads/step/2?seed=3')).toEqual({
      lesson: 'threads',
      place: { kind: 'step', step: 2 },
      settings: { seed: 3 },
    });
    expect(readLessonAddress('#/threads?')?.settings).toEqual({});
  });

  it.each([
    'seed=',
    'seed=-1',
    'seed=1.5',
    'seed=1234567890',
    'model=python2',
    'strategy=replay',
    'colour=red',
  ])('are not %s', (query) => {
    expect(readLessonAddress(`#/threads?${query}`)).toBeNull();
  });
});

describe('where an address leads', () => {
  it('is a lesson, also at each of its steps', () => {
    expect(['#/short', '#/short/step/1', '#/short/step/2'].map(ledTo)).toEqual(['short', 'short', 'short']);
  });

  it('is a published program of a lesson', () => {
    expect(ledTo('#/threads/published/cause')).toBe('threads.cause');
  });

  it('is nowhere past the last step, without such a program, and without such a lesson', () => {
    expect(['#/short/step/3', '#/short/published/cause', '#/absent'].map(ledTo)).toEqual([null, null, null]);
  });
});

describe('why an address leads nowhere', () => {
  it.each([
    ['#/absent', '"#/absent" leads to no lesson'],
    ['nonsense', '"nonsense" leads to no lesson'],
    ['#/short/step/3', 'the lesson "short" has 2 steps'],
    ['#/short/published/cause', 'the lesson "short" has nothing published'],
    ['#/short?seed=3', 'the lesson "short" has no schedule to be set'],
  ])('is told of %s', (href, why) => {
    expect(cannotLead(href, lessons)).toBe(why);
  });

  it.each(['#/short', '#/short/step/2', '#/threads?seed=3', '#/threads/published/solution'])(
    'is nothing to tell of %s',
    (href) => {
      expect(cannotLead(href, lessons)).toBeNull();
    },
  );
});

describe('the address of the notes of a teacher', () => {
  it('names a lesson, or one of its published programs', () => {
    for (const id of ['threads', 'threads.cause']) expect(readNotesAddress(notesAddress(id))).toBe(id);
    expect(readNotesAddress('#/notes/threads.cause.more')).toBeNull();
  });
});
