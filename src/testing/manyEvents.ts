/** Runs of very many events, as the probes report them: ten lanes, and on each as much as is asked for. For tests and the bench. */
import { writeRow } from '../trace/columns.ts';
import { textOfLabel } from '../trace/facts.ts';
import type { Batch } from '../trace/pack.ts';
import { RECORD_INTS, TONES, WORDS } from '../trace/vocabulary.ts';

export const MANY = ['timeline', 'threads', 'pool', 'heap', 'output'] as const;
/** The view for which a run has much to show. */
export type Many = (typeof MANY)[number];

const LANES = 10;
const FILE = 'main.py';
/** One event in so many is worth seeing by itself: a mark of what went wrong, or a bad ending. */
const RARE = 10_000;

/** Writes one batch of a run: strings are numbered as they come, and no two events share a time. */
class Writer {
  readonly records: Int32Array;
  #strings = new Map<string, number>();
  #tracks = 0;
  #spans = 0;
  #count = 0;

  constructor(events: number) {
    this.records = new Int32Array(events * RECORD_INTS);
  }

  get batch(): Batch {
    return { records: this.records, strings: [...this.#strings.keys()] };
  }

  get isFull(): boolean {
    return this.#count * RECORD_INTS >= this.records.length;
  }

  get count(): number {
    return this.#count;
  }

  track(label: string, parent = -1): number {
    const track = this.#tracks;
    this.#tracks += 1;
    this.#write('track', track, this.#string(label), parent);
    return track;
  }

  open(track: number, name: string, line: number): number {
    const span = this.#spans;
    this.#spans += 1;
    this.#write('open', track, this.#string(name), span, line);
    return span;
  }

  close(track: number, span: number, outcome: string): void {
    this.#write('close', track, this.#string(outcome), span);
  }

  state(track: number, state: string, detail: string | null, line: number): void {
    this.#write('state', track, this.#string(state), detail === null ? -1 : this.#string(detail), line);
  }

  mark(track: number, name: string, tone: (typeof TONES)[number], line: number): void {
    this.#write('mark', track, this.#string(name), TONES.indexOf(tone), line);
  }

  gauge(track: number, value: number): void {
    this.#write('gauge', track, 0, value);
  }

  print(track: number, text: string): void {
    this.#write('print', track, this.#string(text), 0, 9);
  }

  /** What is too much for the batch is left out. */
  #write(word: (typeof WORDS)[number], track: number, a: number, b: number, line = 0): void {
    if (this.isFull) return;
    const file = line > 0 ? this.#string(FILE) : -1;
    const time = this.#count + 1;
    writeRow(this.records, this.#count, { word: WORDS.indexOf(word), time, track, file, line, a, b });
    this.#count += 1;
  }

  #string(text: string): number {
    const number = this.#strings.get(text) ?? this.#strings.size;
    this.#strings.set(text, number);
    return number;
  }
}

/** A run of so many events. */
export function manyEvents(of: Many, events: number): Batch {
  const writer = new Writer(events);
  WRITE[of](writer);
  return writer.batch;
}

const WRITE: Readonly<Record<Many, (writer: Writer) => void>> = {
  timeline(writer) {
    const root = writer.track('tasks');
    const gauge = writer.track('in flight');
    const lanes = lanesBelow(writer, root, (number) => `Task-${number} fetch`);
    for (const lane of lanes) writer.open(lane, 'fetch', 3);
    forEachTurn(writer, (turn) => {
      const lane = lanes[turn % LANES] ?? 0;
      writer.state(lane, 'running', null, 4 + (turn % 7));
      if (turn % RARE === RARE - 1)
        writer.mark(lane, textOfLabel({ fact: 'loop held', fields: {} }), 'bad', 5);
      writer.state(lane, 'waiting', 'sleep', 4 + (turn % 7));
      writer.gauge(gauge, 1 + (turn % LANES));
    });
  },
  threads(writer) {
    const root = writer.track('threads');
    const shared = writer.track('shared');
    const flaws = writer.track('lost updates');
    const lanes = lanesBelow(writer, root, (number) => `Thread-${number} (work)`);
    const counter = writer.track('counter', shared);
    for (const lane of lanes) {
      writer.open(lane, 'work', 3);
      writer.state(lane, 'ready', null, 3);
    }
    forEachTurn(writer, (turn) => {
      const lane = lanes[turn % LANES] ?? 0;
      const fields = { variable: 'counter', value: String(turn % 1_000) };
      writer.state(lane, 'running', null, 4);
      writer.mark(lane, textOfLabel({ fact: 'read', fields }), 'plain', 5);
      writer.mark(lane, textOfLabel({ fact: 'wrote', fields }), 'plain', 5);
      writer.gauge(counter, turn % 1_000);
      if (turn % RARE === RARE - 1) {
        writer.mark(lane, 'A write was lost.', 'bad', 5);
        writer.mark(flaws, 'A write was lost.', 'bad', 5);
      }
      writer.state(lane, 'ready', null, 4);
    });
  },
  pool(writer) {
    const root = writer.track('connections');
    const out = writer.track('checked out');
    const requests = writer.track('requests');
    const engine = writer.track('engine', root);
    writer.state(engine, 'QueuePool', '2', 2);
    const lanes = lanesBelow(writer, engine, (number) => `connection ${number}`);
    const threads = lanesBelow(writer, requests, (number) => `Thread-${number} (request)`);
    forEachTurn(writer, (turn) => {
      const lane = lanes[turn % LANES] ?? 0;
      const thread = threads[turn % LANES] ?? 0;
      const wait = writer.open(thread, 'answer', 7);
      writer.close(thread, wait, turn % RARE === RARE - 1 ? 'timed out' : 'served');
      const span = writer.open(lane, 'answer', 7);
      writer.state(lane, 'out', `Thread-${(turn % LANES) + 1} (request)`, 7);
      writer.gauge(out, 1);
      writer.close(lane, span, 'returned');
      writer.state(lane, 'idle', null, 7);
      writer.gauge(out, 0);
    });
  },
  heap(writer) {
    const traced = writer.track('traced bytes');
    const live = writer.track('live objects');
    const collections = writer.track('collections');
    const lanes = lanesBelow(writer, live, (number) => `Class${number}`);
    forEachTurn(writer, (turn) => {
      writer.gauge(traced, 1_000 * (turn % 977));
      writer.gauge(lanes[turn % LANES] ?? 0, turn % 311);
      if (turn % RARE === RARE - 1) writer.mark(collections, 'freed', 'plain', 5);
    });
  },
  output(writer) {
    const output = writer.track('output');
    forEachTurn(writer, (turn) => writer.print(output, turn % 3 === 0 ? `line ${turn % 1_000}\n` : 'and '));
  },
};

function lanesBelow(writer: Writer, root: number, label: (number: number) => string): readonly number[] {
  return Array.from({ length: LANES }, (_, index) => writer.track(label(index + 1), root));
}

function forEachTurn(writer: Writer, turnOf: (turn: number) => void): void {
  for (let turn = 0; !writer.isFull; turn += 1) turnOf(turn);
}
