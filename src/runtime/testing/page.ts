/** The page of the Python tests: gives each module of tests a worker, and each program that a test runs another. */
import { downloadImage } from '../host/download.ts';
import { RunnerFrame, type WorkerLink } from '../host/runner-frame.ts';
import { Spares } from '../host/spares.ts';
import type { Files, Order, Word } from './messages.ts';

/** Modules at a time, one for each core of a small machine. While one waits for a program it needs no core. */
const BESIDE = 2;
/** Booted ahead of need: programs follow one another closely. */
const SPARES = 2;
/** A test that takes longer has not ended. */
const PATIENCE_MS = 120_000;

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
    this.spares = new Spares(frame, true, {
      warm: () => this.serve(),
      lost: (_loss, reason) => this.fail(new Error(`Python did not start: ${reason}`)),
    });
    this.spares.fill(SPARES);
  }

  /** A warm worker; programs come first, since a module waits for each. */
  take(first: boolean): Promise<WorkerLink> {
    return new Promise((resolve) => {
      if (first) this.waiting.unshift(resolve);
      else this.waiting.push(resolve);
      this.serve();
    });
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

/** Sends an order and hears what comes of it; resolves with the answer, and rejects when the worker dies or falls silent. */
function carryOut(
  workers: Workers,
  link: WorkerLink,
  order: Order,
  hear: (word: Word) => void,
): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    let silence: ReturnType<typeof setTimeout>;
    const listen = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => reject(new Error('it did not end')), PATIENCE_MS);
    };
    link.onLost = (reason) => reject(new Error(reason));
    link.port.onmessage = ({ data }: MessageEvent<Word>) => {
      listen();
      if (data.kind === 'ended') resolve(data.answer);
      else if (data.kind === 'died') reject(new Error(data.reason));
      else hear(data);
    };
    listen();
    link.port.postMessage(order);
  }).finally(() => workers.discard(link));
}

/** Runs the tests of some modules, `tests.test_one`, on the product's image. */
async function runTests(files: Files, modules: readonly string[]): Promise<Outcome[]> {
  const base = new URL('./', document.baseURI);
  const image = await downloadImage(base, false, () => {});
  const workers = new Workers(await RunnerFrame.open(image, base));
  const left = [...modules];
  const outcomes: Outcome[] = [];
  const lane = async (): Promise<void> => {
    for (let module = left.shift(); module !== undefined; module = left.shift()) {
      outcomes.push(await runModule(workers, files, module));
    }
  };
  await Promise.race([Promise.all(Array.from({ length: BESIDE }, lane)), workers.failure]);
  return outcomes;
}

async function runModule(workers: Workers, files: Files, module: string): Promise<Outcome> {
  const link = await workers.take(false);
  let test: string | null = null;
  const hear = (word: Word): void => {
    if (word.kind === 'began') ({ test } = word);
    else if (word.kind === 'program') void answer(workers, files, link, word.request);
  };
  try {
    return { module, report: await carryOut(workers, link, { kind: 'tests', files, module }, hear) };
  } catch (error) {
    return { module, lost: String(error), test };
  }
}

/** Runs a program for a test, in a worker of its own, and tells the test what came of it. */
async function answer(workers: Workers, files: Files, asker: WorkerLink, request: string): Promise<void> {
  const link = await workers.take(true);
  console.info('program');
  const said = await carryOut(workers, link, { kind: 'program', files, request }, () => {}).catch(
    (error: unknown) => JSON.stringify({ died: String(error) }),
  );
  const order: Order = { kind: 'answer', answer: said };
  asker.port.postMessage(order);
}

const page = { runTests };
/** What `scripts/testing` finds on `window.faultline`. */
export type PythonTests = typeof page;
Object.assign(window, { faultline: page });
