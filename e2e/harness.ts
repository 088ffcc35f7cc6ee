/** The harness page in a test's words: open it once, then run programs on the real runtime and read what they did. */
import { test as base, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import type { InferInput } from 'valibot';
import type { Clock, Harness, HarnessRun, HarnessSearch, Kept } from '../src/harness/harness.ts';
import type { StopAfter } from '../src/harness/performing.ts';
import type { SideName } from '../src/lesson/schema.ts';
import type { Limits, Pace } from '../src/runtime/protocol.ts';
import type { Choice, ScheduleSchema, SearchPlanSchema } from '../src/runtime/schedule.ts';

declare global {
  interface Window {
    readonly faultline: Harness;
  }
}

/** How a program is run; what is left out is the tasks probe, fast forward, the page's own limits and no schedule. */
export interface RunOptions {
  readonly entry?: string;
  readonly probes?: readonly string[];
  readonly packages?: readonly string[];
  readonly pace?: Pace;
  readonly limits?: Limits;
  /** presses Stop so many milliseconds after the start, or after the program's first output */
  readonly stopAfter?: StopAfter;
  readonly schedule?: InferInput<typeof ScheduleSchema>;
  /** answers to the questions of the manual strategy, in turn; where they end, Stop is pressed */
  readonly choices?: readonly Choice[];
}

/** The text of the entry, or all files by path. */
type Files = string | Readonly<Record<string, string>>;

export class HarnessPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page and waits for a warm interpreter. `prepare` may set the page up before anything is loaded. */
  static async open(
    browser: Browser,
    baseURL: string,
    prepare: (page: Page) => Promise<void> = async () => {},
    options: BrowserContextOptions = {},
    suspends = true,
  ): Promise<HarnessPage> {
    const page = await browser.newPage({ baseURL, ...options });
    await prepare(page);
    await page.goto(`./harness.html?in-turn${suspends ? '' : '&suspend=no'}`);
    const settled = await page.waitForFunction(() => {
      const { status } = window.faultline;
      return status().kind === 'ready' || status().kind === 'failed' ? status() : null;
    });
    const status = await settled.jsonValue();
    if (status?.kind !== 'ready') throw new Error(`the runtime did not start: ${JSON.stringify(status)}`);
    return new HarnessPage(page);
  }

  /** Runs a program: the text of `main.py`, or files by path. */
  run(program: Files, options: RunOptions = {}): Promise<HarnessRun> {
    const args = [requestOf(program, options), options.stopAfter, options.choices] as const;
    return read<HarnessRun>(
      this.page.evaluate(
        async ([request, after, choices]) =>
          JSON.stringify(await window.faultline.run(request, after, undefined, choices)),
        args,
      ),
    );
  }

  /** Searches the schedules of a program; `ask.schedule` says the model and the check. */
  search(
    program: Files,
    plan: InferInput<typeof SearchPlanSchema>,
    options: RunOptions = {},
  ): Promise<HarnessSearch> {
    const args = [{ ...requestOf(program, options), search: plan }, options.stopAfter] as const;
    return read<HarnessSearch>(
      this.page.evaluate(
        async ([request, after]) => JSON.stringify(await window.faultline.search(request, undefined, after)),
        args,
      ),
    );
  }

  /** The same without the events, for runs that report more of them than one wants to carry out of the browser. */
  runQuietly(program: Files, options: RunOptions = {}): Promise<Omit<HarnessRun, 'events'>> {
    const args = [requestOf(program, options), options.stopAfter] as const;
    return this.page.evaluate(async ([request, after]) => {
      const { events: _left, ...rest } = await window.faultline.run(request, after);
      return rest;
    }, args);
  }

  /** The ids of all lessons, in their order. */
  lessons(): Promise<string[]> {
    return this.page.evaluate(() => window.faultline.lessons.map(({ id }) => id));
  }

  /** Runs one side of a lesson and reads its measures. */
  measure(lesson: string, side: SideName, pace: Pace, clock: Clock = 'as shipped'): Promise<Kept> {
    return this.page.evaluate(([id, name, at, by]) => window.faultline.measure(id, name, at, by), [
      lesson,
      side,
      pace,
      clock,
    ] as const);
  }

  /** Runs a variation of a lesson and reads its measures. */
  measureVariation(lesson: string, variation: string, clock: Clock = 'as shipped'): Promise<Kept> {
    return this.page.evaluate(([id, name, by]) => window.faultline.measureVariation(id, name, by), [
      lesson,
      variation,
      clock,
    ] as const);
  }

  /** Begins a side of a lesson in another way; gives how it ended. */
  measureEntry(lesson: string, side: SideName, entry: string): Promise<Kept['ending']> {
    return this.page.evaluate(([id, name, way]) => window.faultline.measureEntry(id, name, way), [
      lesson,
      side,
      entry,
    ] as const);
  }

  /** Carries out one of the searches that a lesson promises something of, and says what it has missed. */
  searchLesson(lesson: string, side: SideName, index: number): ReturnType<Harness['searchLesson']> {
    return this.page.evaluate(([id, name, at]) => window.faultline.searchLesson(id, name, at), [
      lesson,
      side,
      index,
    ] as const);
  }
}

/** As text: an answer of many events takes far longer when each of its values is carried out of the page by itself. */
async function read<Answer>(json: Promise<string>): Promise<Answer> {
  return JSON.parse(await json);
}

function requestOf(
  program: Files,
  { entry = 'main.py', stopAfter: _later, choices: _answers, ...settings }: RunOptions,
): object {
  const files = typeof program === 'string' ? { [entry]: program } : program;
  return { probes: ['tasks'], pace: 'fast', ...settings, program: { files, entry } };
}

/** A test with one harness page, shared by all tests of a file: a run leaves nothing behind for the next. */
export const test = base.extend<object, { suspends: boolean; harness: HarnessPage }>({
  // What the project says: whether Python is suspended, or run as in a browser that cannot do it.
  suspends: [true, { scope: 'worker', option: true }],
  harness: [
    async ({ browser, suspends }, use, { project }) => {
      const harness = await HarnessPage.open(browser, project.use.baseURL ?? '', undefined, {}, suspends);
      await use(harness);
      await harness.page.close();
    },
    { scope: 'worker' },
  ],
});
