/** Scripted threads: runs of threads as the probe reports them, written out for tests. */
import { fact } from './wire.ts';
import type { ScriptLine } from './scriptedTrace.ts';

type Place = `${string}:${number}`;
export const MAIN = 'MainThread';

/** Writes the events of a run one after another, a microsecond apart. */
/** One thread wrote what another had just written, without having seen it. */
export function lossOf(variable: string, thread: string, other: string, value: number): string {
  const written = String(value);
  return fact('lost update', {
    variable,
    thread,
    left: 'switched out',
    other,
    seen: String(value - 1),
    overwritten: written,
    written,
  });
}

export class ScriptedRun {
  readonly lines: ScriptLine[] = [];
  #time = 0;
  #running: string = MAIN;

  constructor(roots: readonly string[] = ['lost updates', 'stale checks', 'half-done reads']) {
    for (const root of ['threads', 'locks', 'shared', 'switches', 'preemptions', ...roots]) {
      this.add((at) => [at, 'track', root]);
    }
    this.add((at) => [at, 'track', MAIN, 'threads']);
    this.add((at) => [at, 'open', MAIN, 'main', 'main.py:1']);
    this.add((at) => [at, 'state', MAIN, 'running', null, 'main.py:1']);
  }

  /** The time of the event added last. */
  get now(): number {
    return this.#time;
  }

  /** Adds one event, a microsecond after the one before. */
  add(event: (at: number) => ScriptLine): this {
    this.#time += 1;
    this.lines.push(event(this.#time));
    return this;
  }

  start(thread: string, place: Place = 'main.py:20'): this {
    this.add((at) => [at, 'track', thread, 'threads']);
    this.add((at) => [at, 'open', thread, 'work', place]);
    return this.add((at) => [at, 'state', thread, 'ready', 'started', place]);
  }

  declare(kind: 'locks' | 'shared', label: string): this {
    return this.add((at) => [at, 'track', label, kind]);
  }

  /** Goes on with another thread; the one that ran is preempted, unless it waits or has ended. */
  goOn(thread: string, place: Place, preempts = true): this {
    if (preempts) {
      this.add((at) => [at, 'state', this.#running, 'ready', 'preempted', place]);
      this.add((at) => [at, 'tally', 'preemptions', 1]);
    }
    this.#running = thread;
    this.add((at) => [at, 'state', thread, 'running', null, place]);
    return this.add((at) => [at, 'tally', 'switches', 1]);
  }

  read(variable: string, value: number | string, place: Place): this {
    return this.add((at) => [
      at,
      'mark',
      this.#running,
      fact('read', { variable, value: String(value) }),
      'plain',
      place,
    ]);
  }

  wrote(variable: string, value: number | string, place: Place): this {
    this.add((at) => [
      at,
      'mark',
      this.#running,
      fact('wrote', { variable, value: String(value) }),
      'plain',
      place,
    ]);
    return typeof value === 'number'
      ? this.add((at) => [at, 'gauge', variable, value, place])
      : this.add((at) => [at, 'mark', variable, fact('value is', { value }), 'plain', place]);
  }

  /** What the running thread just did went wrong. */
  blame(root: string, what: string, place: Place): this {
    this.add((at) => [at, 'mark', this.#running, what, 'bad', place]);
    this.add((at) => [at, 'tally', root, 1]);
    return this.add((at) => [at, 'mark', root, what, 'bad', place]);
  }

  overwrote(other: string, variable: string, value: number): this {
    return this.add((at) => [
      at,
      'link',
      this.#running,
      other,
      lossOf(variable, this.#running, other, value),
    ]);
  }

  waits(detail: string, place: Place): this {
    return this.add((at) => [at, 'state', this.#running, 'waiting', detail, place]);
  }

  woken(thread: string): this {
    return this.add((at) => [at, 'state', thread, 'ready', 'woken']);
  }

  acquire(lock: string, place: Place): this {
    return this.add((at) => [at, 'state', lock, 'held', this.#running, place]);
  }

  release(lock: string, place: Place): this {
    return this.add((at) => [at, 'state', lock, 'free', null, place]);
  }

  queue(lock: string, waiting: number): this {
    return this.add((at) => [at, 'gauge', lock, waiting]);
  }

  end(thread = this.#running, outcome = 'done'): this {
    return this.add((at) => [at, 'close', thread, outcome]);
  }
}

export const ONE = 'Thread-1 (work)';
export const TWO = 'Thread-2 (work)';
export const THREE = 'Thread-3 (work)';

/** Two threads add one each, and one addition is lost. */
export function lostUpdate(): ScriptedRun {
  return new ScriptedRun()
    .declare('shared', 'counter')
    .wrote('counter', 40, 'main.py:3')
    .start(ONE)
    .start(TWO)
    .waits(fact('end of thread', { thread: ONE }), 'main.py:17')
    .goOn(ONE, 'main.py:6', false)
    .read('counter', 40, 'main.py:8')
    .wrote('counter', 41, 'main.py:8')
    .read('counter', 41, 'main.py:8')
    .goOn(TWO, 'main.py:6')
    .read('counter', 41, 'main.py:8')
    .wrote('counter', 42, 'main.py:8')
    .goOn(ONE, 'main.py:8')
    .wrote('counter', 42, 'main.py:8')
    .blame('lost updates', lossOf('counter', ONE, TWO, 42), 'main.py:8')
    .overwrote(TWO, 'counter', 42)
    .end()
    .woken(MAIN)
    .goOn(TWO, 'main.py:9', false)
    .read('counter', 42, 'main.py:8')
    .wrote('counter', 43, 'main.py:8')
    .end()
    .goOn(MAIN, 'main.py:18', false)
    .read('counter', 43, 'main.py:19')
    .end(MAIN);
}

/** The same with a lock: a thread waits for it, and nothing is lost. */
export function locked(): ScriptedRun {
  return new ScriptedRun()
    .declare('shared', 'counter')
    .declare('locks', 'lock')
    .wrote('counter', 40, 'main.py:3')
    .start(ONE)
    .start(TWO)
    .waits(fact('end of thread', { thread: ONE }), 'main.py:17')
    .goOn(ONE, 'main.py:6', false)
    .acquire('lock', 'main.py:7')
    .read('counter', 40, 'main.py:8')
    .goOn(TWO, 'main.py:6')
    .queue('lock', 1)
    .waits(fact('lock', { name: 'lock', holder: ONE }), 'main.py:7')
    .goOn(ONE, 'main.py:8', false)
    .wrote('counter', 41, 'main.py:8')
    .release('lock', 'main.py:7')
    .woken(TWO)
    .queue('lock', 0)
    .acquire('lock', 'main.py:7')
    .read('counter', 41, 'main.py:8')
    .wrote('counter', 42, 'main.py:8')
    .release('lock', 'main.py:7')
    .end()
    .woken(MAIN)
    .goOn(TWO, 'main.py:7', false)
    .acquire('lock', 'main.py:7')
    .read('counter', 42, 'main.py:8')
    .wrote('counter', 43, 'main.py:8')
    .release('lock', 'main.py:7')
    .end()
    .goOn(MAIN, 'main.py:18', false)
    .read('counter', 43, 'main.py:19')
    .end(MAIN);
}

/** Two locks taken in opposite sequence: nobody goes on. */
export function deadlock(): ScriptedRun {
  return new ScriptedRun()
    .declare('locks', 'a')
    .declare('locks', 'b')
    .start('Thread-1 (one)')
    .start('Thread-2 (two)')
    .waits('Thread-1 (one) to end', 'main.py:22')
    .goOn('Thread-1 (one)', 'main.py:6', false)
    .acquire('a', 'main.py:7')
    .goOn('Thread-2 (two)', 'main.py:11')
    .acquire('b', 'main.py:12')
    .queue('a', 1)
    .waits(fact('lock', { name: 'a', holder: 'Thread-1 (one)' }), 'main.py:13')
    .goOn('Thread-1 (one)', 'main.py:8', false)
    .queue('b', 1)
    .waits(fact('lock', { name: 'b', holder: 'Thread-2 (two)' }), 'main.py:8');
}

/** Ten threads of many increments each, switched out now and then; without a lock some of them are lost. */
export function many(threads: number, times: number, lock: boolean): ScriptedRun {
  const names = Array.from({ length: threads }, (_, index) => `Thread-${index + 1} (work)`);
  const scripted = new ScriptedRun().declare('shared', 'counter');
  if (lock) scripted.declare('locks', 'lock');
  scripted.wrote('counter', 0, 'main.py:3');
  for (const name of names) scripted.start(name);
  scripted.waits(`${names[0]} to end`, 'main.py:17');
  let counter = 0;
  const chance = chances(7);
  const left = new Map(names.map((name) => [name, times]));
  const pending = new Map<string, number>();
  const seen = new Map<string, string>();
  let current = 0;
  let ran = false;
  while (left.size > 0) {
    const name = names[current % threads] ?? '';
    const todo = left.get(name);
    if (todo === undefined) {
      current += 1;
      continue;
    }
    scripted.goOn(name, 'main.py:6', ran);
    ran = true;
    for (let more = true; more; ) {
      const value = pending.get(name) ?? counter;
      if (!pending.has(name)) {
        if (lock) scripted.acquire('lock', 'main.py:7');
        scripted.read('counter', value, 'main.py:8');
        pending.set(name, value);
        seen.set(name, '');
        if (!lock && chance(9)) break;
      }
      pending.delete(name);
      counter = value + 1;
      scripted.wrote('counter', counter, 'main.py:8');
      const other = seen.get(name) ?? '';
      if (other !== '') {
        scripted.blame('lost updates', lossOf('counter', name, other, value + 1), 'main.py:8');
        scripted.overwrote(other, 'counter', value + 1);
      }
      for (const one of pending.keys()) if (seen.get(one) === '') seen.set(one, name);
      if (lock) scripted.release('lock', 'main.py:7');
      const rest = (left.get(name) ?? 1) - 1;
      left.set(name, rest);
      if (rest === 0) {
        left.delete(name);
        scripted.end();
        ran = false;
      }
      more = rest > 0 && !chance(7);
    }
    current += 1 + (chance(3) ? 1 : 0);
  }
  return scripted.goOn(MAIN, 'main.py:18', ran).end(MAIN);
}

/** One in so many times it says yes, always the same times for one seed. */
function chances(seed: number): (one: number) => boolean {
  let last = seed;
  return (one) => {
    last = (last * 16_807) % 2_147_483_647;
    return last % one === 0;
  };
}
