/** The page of the Python tests: has two workers run one module after another, and each program of a test another one. */
import { Downloader } from '../host/downloader.ts';
import { RunnerFrame, type WorkerLink } from '../host/runner-frame.ts';
import { Spares } from '../host/spares.ts';
import { canSuspend } from '../worker/carriers.ts';
import type { Files, Order, Word } from './messages.ts';

/** Modules at a time, one for each core of a small machine. While one waits for a program it needs no core. */
const BESIDE = 2;
/** Booted ahead of need: programs follow one another closely. */
const SPARES = 2;
/** A test, and a program, that takes longer has not ended. */
const PATIENCE_MS = { test: 180_000, program: 60_000 };

/** Of the tests' files, what runs a program. */
const PROGRAMS_NEED = /\/tests\/(__init__|on_image|drive|stage)\.py$/;

/** What came of a module: its report as JSON, or why there is none and which test was under way. */
export type Outcome =
  | { readonly module: string; readonly report: string }
  | { readonly module: string; readonly lost: string; readonly test: string | null };

class Workers {
  private readonly frame: RunnerFrame;
  private readonly spares: Spares;
  private readonly waiting: ((link: WorkerLink) => void)[] = [];
  private fail: (reason: Error) => void = () => {};
  /** Rejects once no worker can be had. */
  readonly failure = new Promise<never>((_resolve, reject) => {
    this.fail = reject;
  });

  constructor(frame: RunnerFrame) {
    this.frame = frame;
    this.spares = new Spares(frame, true, false, {
      warm: () => this.serve(),
      lost: (_loss, reason) => this.fail(new Error(`Python did not start: ${reason}`)),
    });
    this.spares.fill(SPARES);
  }

  /** A warm worker that can read these files. Programs come first, since a module waits for each. */
  async take(first: boolean, files: Files): Promise<WorkerLink> {
    const link = await new Promise<WorkerLink>((resolve) => {
      if (first) this.waiting.unshift(resolve);
      else this.waiting.push(resolve);
      this.serve();
    });
    send(link, { kind: 'files', files });
    return link;
  }

  discard(link: WorkerLink): void {
    this.frame.discard(link);
  }

  private serve(): void {
    while (this.waiting.length > 0) {
      const link = this.spares.take();
      if (link === null) break;
      this.waiting.shift()?.(link);
    }
    this.spares.fill(SPARES);
  }
}

/** Sends an order and passes on what comes of it; resolves with the answer, and rejects when the worker dies or falls silent. */
function carryOut(
  link: WorkerLink,
  order: Order,
  patience: number,
  onWord: (word: Word) => void,
): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    let silence: ReturnType<typeof setTimeout>;
    const listen = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => reject(new Error(`it did not end within ${patience / 1000} s`)), patience);
    };
    link.onLost = (reason) => reject(new Error(reason));
    link.port.onmessage = ({ data }: MessageEvent<Word>) => {
      listen();
      if (data.kind === 'ended') resolve(data.answer);
      else if (data.kind === 'died') reject(new Error(data.reason));
      else onWord(data);
    };
    listen();
    send(link, order);
  });
}

const send = (link: WorkerLink, order: Order): void => link.port.postMessage(order);

/** Runs the tests of some modules, `tests.test_one`, on the product's image. `files` are what the tests read and import. */
async function runTests(files: Files, modules: readonly string[]): Promise<Outcome[]> {
  const base = new URL('./', document.baseURI);
  const frame = new RunnerFrame(base, canSuspend());
  const workers = new Workers(frame);
  await new Downloader(base, canSuspend()).image(false, frame.filesPort(), () => {});
  frame.complete();
  await frame.opened;
  const left = [...modules];
  const outcomes: Outcome[] = [];
  const perform = async (): Promise<void> => {
    let link: WorkerLink | null = null;
    for (let module = left.shift(); module !== undefined; module = left.shift()) {
      link ??= await workers.take(false, files);
      const outcome = await runModule(workers, files, link, module);
      outcomes.push(outcome);
      // What is lost may be so because of the worker: the next module gets another.
      if ('lost' in outcome) {
        workers.discard(link);
        link = null;
      }
    }
  };
  await Promise.race([Promise.all(Array.from({ length: BESIDE }, perform)), workers.failure]);
  return outcomes;
}

async function runModule(workers: Workers, files: Files, link: WorkerLink, module: string): Promise<Outcome> {
  let test: string | null = null;
  const onWord = (word: Word): void => {
    if (word.kind === 'began') ({ test } = word);
    else if (word.kind === 'program') void answer(workers, files, link, word.request);
  };
  try {
    return { module, report: await carryOut(link, { kind: 'tests', module }, PATIENCE_MS.test, onWord) };
  } catch (error) {
    return { module, lost: String(error), test };
  }
}

/** Writing all files for each program would take as long as most programs do. */
const neededByPrograms = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => PROGRAMS_NEED.test(path)));

/** Runs a program for a test, in a worker of its own, and answers the test with what came of it. */
async function answer(workers: Workers, files: Files, asker: WorkerLink, request: string): Promise<void> {
  const link = await workers.take(true, neededByPrograms(files));
  const report = await carryOut(link, { kind: 'program', request }, PATIENCE_MS.program, () => {}).catch(
    (error: unknown) => JSON.stringify({ died: String(error) }),
  );
  workers.discard(link);
  send(asker, { kind: 'answer', answer: report });
}

const page = { runTests };
/** What `scripts/testing` finds on `window.faultline`. */
export type PythonTests = typeof page;
Object.assign(window, { faultline: page });
