/** One run from the page's side: reads what its worker says, holds it to its caps, brings it to one ending. */
import * as v from 'valibot';
import { HALF, RECORD_INTS } from '../../trace/vocabulary.ts';
import { type Ending, type RunRequest, type WorkerOrder, WorkerMessageSchema } from '../protocol.ts';
import type { WorkerLink } from './runner-frame.ts';
import type { RunListener } from './runtime.ts';

/** How far a worker may exceed the caps it was given before it is no longer believed. */
const SLACK_EVENTS = 10_000;
const SLACK_CHARS = 4_000_000;

const NO_MESSAGE = 'it is not a message';
const OUT_OF_TURN = 'it came out of turn';

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
  /** True from the moment Stop was pressed for this run. */
  stopping = false;

  /** Sends the request at once. `onEnd` is called exactly once, after the listener's `ended`. */
  constructor(link: WorkerLink, request: RunRequest, listener: RunListener, onEnd: (run: ActiveRun) => void) {
    this.link = link;
    this.request = request;
    this.listener = listener;
    this.onEnd = onEnd;
    link.onLost = (reason) => this.end({ kind: 'crashed', cause: 'interpreter', reason });
    link.port.onmessage = ({ data }: MessageEvent<unknown>) => this.hear(data);
    const order: WorkerOrder = { kind: 'run', request };
    link.port.postMessage(order);
  }

  /** Ends the run as it stands, for a worker that will not do it itself. */
  end(ending: Ending): void {
    const wall = this.startedAt === null ? 0 : Math.round((performance.now() - this.startedAt) * 1000);
    const time = this.request.pace === 'real' ? Math.max(wall, this.lastTime) : this.lastTime;
    this.finish(ending, time, wall);
  }

  /** A message that no worker of ours would send. */
  private doubt(reason: string): void {
    this.end({ kind: 'crashed', cause: 'report', reason });
  }

  private hear(data: unknown): void {
    const parsed = v.safeParse(WorkerMessageSchema, data);
    if (!parsed.success) {
      this.doubt(NO_MESSAGE);
      return;
    }
    const message = parsed.output;
    switch (message.kind) {
      case 'started':
        if (this.startedAt !== null) {
          this.doubt(OUT_OF_TURN);
          break;
        }
        this.startedAt = performance.now();
        this.listener.started();
        break;
      case 'batch':
        this.take(message.records, message.strings);
        break;
      case 'ended':
        this.finish(message.ending, message.time, message.wall);
        break;
      case 'ready':
      case 'unfit':
        this.doubt(OUT_OF_TURN);
        break;
    }
  }

  private take(records: Int32Array, strings: readonly string[]): void {
    if (this.over) return;
    // A batch counts as an event of its own: an endless stream of empty ones has to end as well.
    this.events += 1 + records.length / RECORD_INTS;
    for (const text of strings) this.chars += 1 + text.length;
    const { limits } = this.request;
    if (this.events > limits.events + SLACK_EVENTS) {
      this.end({ kind: 'capped', what: 'events', limit: limits.events });
      return;
    }
    if (this.chars > limits.outputChars + SLACK_CHARS) {
      this.end({ kind: 'capped', what: 'text', limit: limits.outputChars + SLACK_CHARS });
      return;
    }
    const last = records.length - RECORD_INTS;
    if (last >= 0) this.lastTime = (records[last + 1] ?? 0) * HALF + (records[last + 2] ?? 0);
    this.listener.batch(records, strings);
  }

  private finish(ending: Ending, time: number, wall: number): void {
    if (this.over) return;
    this.over = true;
    this.link.port.onmessage = null;
    this.listener.ended({ ending, time, wall });
    this.onEnd(this);
  }
}
