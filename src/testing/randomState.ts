/** Random states of links, by a seed: everything that a link can hold, in all sizes. For tests. */
import { PARTS } from '../lesson/published.ts';
import type { Lesson, SideName } from '../lesson/schema.ts';
import { PACES } from '../runtime/protocol.ts';
import { MODELS, type Decision } from '../runtime/schedule.ts';
import { SHARED_ARRANGEMENTS, type SharedState, type SideDigest } from '../share/state.ts';
import { lessonVersion } from '../share/version.ts';

const STRATEGIES = ['realistic', 'round-robin', 'random', 'pct', 'manual', 'replay'] as const;
const LETTERS = [
  'a',
  'Z',
  '_',
  ' ',
  '\n',
  '    ',
  'é',
  '漢',
  '😀',
  '\u0000',
  '\ufeff',
  'print(',
  ')',
  'def ',
  '"',
  '#',
];

export type Chance = () => number;

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A state that fits one of these lessons as it is today. */
export function randomState(lessons: readonly Lesson[], chance: Chance): SharedState {
  const holder = oneOf(lessons, chance);
  const part = oneOf([undefined, undefined, ...PARTS], chance);
  const within = holder.published.find((one) => one.part === part);
  const lesson = within ?? holder;
  const { sides, variations, steps, entries } = lesson;
  const files = (side: SideName) => () => someFiles(Object.entries(sides[side].files), chance);
  const some = (name: string, value: () => unknown): object => (chance() < 0.5 ? {} : { [name]: value() });
  const [broken, fixed] = [some('broken', files('broken')), some('fixed', files('fixed'))];
  const seen = { ...some('broken', () => someDigest(chance)), ...some('fixed', () => someDigest(chance)) };
  const schedule = lesson.schedule === undefined ? {} : someSchedule(chance);
  return {
    lesson: holder.id,
    version: lessonVersion(lesson),
    ...(within === undefined ? {} : { part: within.part }),
    ...(steps.length > 0 ? some('step', () => upTo(steps.length - 1, chance)) : {}),
    ...grouped('files', { ...broken, ...fixed }),
    ...(variations.length > 0 ? some('variation', () => oneOf(variations, chance).id) : {}),
    ...(entries.length > 0 ? some('entry', () => sides.broken.entry) : {}),
    ...grouped('schedule', schedule),
    ...some('pace', () => oneOf(PACES, chance)),
    ...some('playhead', () => upTo(10 ** upTo(15, chance), chance)),
    ...some('arrangement', () => oneOf(SHARED_ARRANGEMENTS, chance)),
    ...grouped('digest', seen),
  };
}

function someFiles(own: readonly (readonly [string, string])[], chance: Chance): Record<string, string> {
  return Object.fromEntries(
    own.slice(0, 1 + upTo(own.length - 1, chance)).map(([path, text]) => [path, edited(text, chance)]),
  );
}

/** A few places of it changed, or another text altogether, or none. */
function edited(text: string, chance: Chance): string {
  if (chance() < 0.1) return '';
  if (chance() < 0.3) return someText(upTo(400, chance), chance);
  let letters = Array.from(text);
  for (let times = upTo(5, chance); times >= 0; times -= 1) {
    const at = upTo(letters.length, chance);
    letters = [
      ...letters.slice(0, at),
      someText(upTo(30, chance), chance),
      ...letters.slice(at + upTo(9, chance)),
    ];
  }
  return letters.join('');
}

function someText(length: number, chance: Chance): string {
  return Array.from({ length }, () => oneOf(LETTERS, chance)).join('');
}

function someDigest(chance: Chance): SideDigest {
  const measures = Array.from(
    { length: upTo(4, chance) },
    (_, index) => [`figure-${index}`, someFigure(chance)] as const,
  );
  return {
    ending: oneOf(['finished', 'raised', 'stuck', 'of another kind'], chance),
    error: oneOf(['', 'ImportError', 'sqlalchemy.exc.TimeoutError'], chance),
    measures: Object.fromEntries(measures),
    output: upTo(2 ** 32 - 1, chance),
  };
}

function someFigure(chance: Chance): number {
  const figures = [
    0,
    -0,
    1,
    upTo(1e6, chance),
    -upTo(1e6, chance),
    chance(),
    chance() * 1e300,
    2 ** 53 - 1,
    Infinity,
  ];
  return oneOf(figures, chance);
}

function someSchedule(chance: Chance): NonNullable<SharedState['schedule']> {
  const some = (name: string, value: () => unknown): object => (chance() < 0.5 ? {} : { [name]: value() });
  return {
    ...some('model', () => oneOf(MODELS, chance)),
    ...some('strategy', () => oneOf(STRATEGIES, chance)),
    ...some('seed', () => upTo(10 ** upTo(15, chance), chance)),
    ...some('check', () => someText(upTo(40, chance), chance)),
    ...some('recorded', () => ({ model: oneOf(MODELS, chance), decisions: someDecisions(chance) })),
  };
}

/** In the order of their steps, as a run records them; now and then in none. */
export function someDecisions(chance: Chance, count = upTo(300, chance)): Decision[] {
  const [threads, apart, isOrdered] = [1 + upTo(8, chance), 1 + upTo(200, chance), chance() < 0.9];
  let step = 0;
  return Array.from({ length: count }, () => {
    step = isOrdered ? step + upTo(apart, chance) : upTo(2 ** 53 - 1, chance);
    return [step, upTo(threads, chance)];
  });
}

function grouped(name: string, values: object): object {
  return Object.keys(values).length > 0 ? { [name]: values } : {};
}

/** A whole number from 0 to `most`. */
function upTo(most: number, chance: Chance): number {
  return Math.floor(chance() * (most + 1));
}

function oneOf<Value>(values: readonly Value[], chance: Chance): Value {
  const [value] = values.slice(upTo(values.length - 1, chance)).map((one) => ({ one }));
  if (value === undefined) throw new Error('there is nothing to choose from');
  return value.one;
}
