/** One run from the page's side: reads what its worker says, holds it to its caps, brings it to one ending. */
import * as v from 'valibot';
import { rowOf } from '../../trace/columns.ts';
import { RECORD_INTS } from '../../trace/vocabulary.ts';
import {
  type Ending,
  type Fault,
  type Pace,
  type PackageArchive,
  type RunRequest,
  type WorkerOrder,
  WorkerMessageSchema,
} from '../protocol.ts';
import type { Choice, Question, Scheduled, SearchReport } from '../schedule.ts';
import { isOversize } from './oversize.ts';
import type { WorkerLink } from './runner-frame.ts';
import type { RunEnd, RunListener } from './runtime.ts';
import { Slices } from './slices.ts';

/** How far a worker may exceed the caps it was given before it is no longer believed. */
const SLACK_EVENTS = 10_000;
/** Lanes, what is reported of them, and how they stand at the end are as many events each as the limit at most. */
const SHARES = 3;
const SLACK_CHARS = 4_000_000;
/** Decisions in one search report. Only the latest report is kept, so their sum over a run does not matter. */
const MOST_DECISIONS = 500_000;

/** Records that are dealt with at a time: some milliseconds of work. */
const PORTION = 1_024;

const NO_MESSAGE = 'it is not a message';
const OUT_OF_TURN = 'it came out of turn';
const TOO_LONG = 'it is too long';

/** A run that has been asked for; it begins when a worker is warm. */
export interface Queued {
  readonly request: RunRequest;
  readonly listener: RunListener;
  run: ActiveRun | null;
  cancelled: boolean;
}

export class ActiveRun {
  readonly link: WorkerLink;
  private readonly request: RunRequest;
  private readonly listener: RunListener;
  private readonly onEnd: (run: ActiveRun) => void;
  private startedAt: number | null = null;
  private lastTime = 0;
  private events = 0;
  private chars = 0;
  private over = false;
  private readonly slices = new Slices();
  /** The time of the last record that the listener was given. */
  private deliveredTime = 0;
  /** The end, once it is known: it is delivered after all that was reported before it. */
  private known: RunEnd | null = null;
  private question: Question | null = null;
  private searching: boolean;
  /** True from the moment Stop was pressed for this run. */
  stopping = false;

  /**
   * Sends the request at once. The listener is given everything in the order in which it came, and may be given a
   * little later; caps are counted when it comes. `onEnd` is called exactly once, after the listener's `ended`.
   */
  constructor(
    link: WorkerLink,
    request: RunRequest,
    archives: readonly PackageArchive[],
    listener: RunListener,
    onEnd: (run: ActiveRun) => void,
  ) {
    this.link = link;
    this.request = request;
    this.listener = listener;
    this.onEnd = onEnd;
    this.searching = request.search !== null;
    link.onLost = (reason) => this.end({ kind: 'crashed', cause: 'interpreter', reason });
    link.port.onmessage = ({ data }: MessageEvent<unknown>) => this.receive(data);
    link.port.onmessageerror = () => this.rejectMessage(NO_MESSAGE);
    this.order({ kind: 'run', request, archives });
  }

  get pace(): Pace {
    return this.request.pace;
  }

  /** Answers the open question. Ignored when none is open, and for a thread that cannot go on. */
  choose(choice: Choice): void {
    const ready = this.question?.threads.some(
      ({ number, state }) => number === choice.thread && state === 'ready',
    );
    if (ready !== true || this.over) return;
    this.question = null;
    this.order({ kind: 'choose', choice });
  }

  /** Whether the worker has said its last, though the listener may not have been given all of it. */
  get isOver(): boolean {
    return this.over;
  }

  /** Delivers the end now, and leaves out what was reported and has not been delivered yet: the person has pressed Stop. */
  cutShort(): void {
    const { known } = this;
    if (known === null) return;
    this.slices.drop();
    this.deliverEnd({ ...known, time: Math.min(known.time, this.deliveredTime) });
  }

  /** Ends the run as it stands, for a worker that will not do it itself. */
  end(ending: Ending): void {
    const wall = this.startedAt === null ? 0 : Math.round((performance.now() - this.startedAt) * 1000);
    const time = this.request.pace === 'real' ? Math.max(wall, this.lastTime) : this.lastTime;
    this.finish(ending, time, wall, null);
  }

  private order(order: WorkerOrder): void {
    this.link.port.postMessage(order);
  }

  /** A message that no worker of ours would send. */
  private rejectMessage(reason: string): void {
    this.end({ kind: 'crashed', cause: 'report', reason });
  }

  private receive(data: unknown): void {
    if (this.over) return;
    if (isOversize(data)) {
      this.rejectMessage(TOO_LONG);
      return;
    }
    const parsed = v.safeParse(WorkerMessageSchema, data, { abortEarly: true });
    if (!parsed.success) {
      this.rejectMessage(NO_MESSAGE);
      return;
    }
    const message = parsed.output;
    switch (message.kind) {
      case 'started':
        if (this.startedAt !== null) {
          this.rejectMessage(OUT_OF_TURN);
          break;
        }
        this.startedAt = performance.now();
        this.slices.add(() => this.listener.started());
        break;
      case 'batch':
        this.take(message.records, message.strings);
        break;
      case 'searched':
        this.follow(message.report);
        break;
      case 'asked':
        this.ask(message.question);
        break;
      case 'ended':
        if (this.isUnasked(message.scheduled)) this.rejectMessage(OUT_OF_TURN);
        else this.finish(message.ending, message.time, message.wall, message.scheduled, message.faults);
        break;
      case 'ready':
      case 'unfit':
        this.rejectMessage(OUT_OF_TURN);
        break;
    }
  }

  private follow(report: SearchReport): void {
    if (this.startedAt === null || !this.searching) {
      this.rejectMessage(OUT_OF_TURN);
      return;
    }
    this.searching = !report.done;
    let decisions = report.smallest?.outcome.decisions.length ?? 0;
    for (const outcome of report.outcomes) decisions += outcome.decisions.length;
    if (decisions > MOST_DECISIONS) this.rejectMessage(TOO_LONG);
    else if (this.countEvents(1)) this.slices.add(() => this.listener.searched?.(report));
  }

  private ask(question: Question): void {
    const manual = this.request.schedule?.strategy.kind === 'manual' && this.request.search === null;
    if (this.startedAt === null || !manual || this.question !== null) {
      this.rejectMessage(OUT_OF_TURN);
      return;
    }
    if (!this.countEvents(1)) return;
    this.question = question;
    this.slices.add(() => this.listener.asked?.(question));
  }

  /** True for a report on a schedule or a search that the request does not have. */
  private isUnasked(scheduled: Scheduled | null): boolean {
    const { schedule, search } = this.request;
    if (scheduled === null) return false;
    return schedule === null || (search === null && scheduled.search !== null);
  }

  /** Counts what a worker has reported against the cap. Ends the run and returns false when it is too much. */
  private countEvents(count: number): boolean {
    const { limits } = this.request;
    this.events += count;
    const most = SHARES * limits.events + limits.outputChars + SLACK_EVENTS;
    if (this.events <= most) return true;
    this.end({ kind: 'capped', what: 'events', limit: most });
    return false;
  }

  private take(records: Int32Array, strings: readonly string[]): void {
    // A batch counts as an event of its own: an endless stream of empty ones has to end as well.
    if (!this.countEvents(1 + records.length / RECORD_INTS)) return;
    for (const text of strings) this.chars += 1 + text.length;
    const { limits } = this.request;
    if (this.chars > limits.outputChars + SLACK_CHARS) {
      this.end({ kind: 'capped', what: 'text', limit: limits.outputChars + SLACK_CHARS });
      return;
    }
    const last = records.length - RECORD_INTS;
    if (last >= 0) this.lastTime = timeAt(records, last);
    const portions: (() => void)[] = [];
    for (let from = 0; from === 0 || from < records.length; from += PORTION * RECORD_INTS) {
      const portion = records.subarray(from, from + PORTION * RECORD_INTS);
      portions.push(() => this.deliver(portion, from === 0 ? strings : []));
    }
    this.slices.add(...portions);
  }

  private deliver(records: Int32Array, strings: readonly string[]): void {
    this.listener.batch(records, strings);
    const last = records.length - RECORD_INTS;
    if (last >= 0) this.deliveredTime = timeAt(records, last);
  }

  private finish(
    ending: Ending,
    time: number,
    wall: number,
    scheduled: Scheduled | null,
    faults: readonly Fault[] = [],
  ): void {
    if (this.over) return;
    this.over = true;
    this.link.port.onmessage = null;
    const end = { ending, time, wall, scheduled, faults };
    this.known = end;
    this.slices.add(() => this.deliverEnd(end));
  }

  private deliverEnd(end: RunEnd): void {
    if (this.known === null) return;
    this.known = null;
    this.slices.close();
    this.listener.ended(end);
    this.onEnd(this);
  }
}

/** The time of the record that begins at this index, in whole microseconds. */
function timeAt(records: Int32Array, index: number): number {
  return Math.ceil(rowOf(records, index / RECORD_INTS).time);
}
