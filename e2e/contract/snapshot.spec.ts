/** Workers begin with the memory that the build has made, or the first worker; a program cannot tell, and does not depend on it. */
import { type Browser, expect, type Page } from '@playwright/test';
import { HarnessPage, test } from '../harness.ts';

/** What is the same in every worker, and the chance that is not. */
const PROGRAM = [
  'import asyncio, gc, os, random, secrets, sys, tempfile, threading, uuid',
  'print(sys.path, os.getcwd(), sys.argv, len(sys.modules), gc.get_threshold(), gc.get_count()[1:], sys.flags)',
  'print([type(one).__name__ for one in sys.meta_path], sys.excepthook, threading.enumerate())',
  'print(hash("snapshot"), asyncio.Task, sys.stdout.encoding, sorted(os.environ.items()))',
  'print("chance", random.random(), secrets.token_hex(8), uuid.uuid4(), tempfile.mktemp())',
].join('\n');

/** How the frame starts its workers: noted, and changed in the way that `change` names. */
async function frameOf(
  browser: Browser,
  baseURL: string,
  change: 'nothing' | 'spoil shipped' | 'spoil all',
): Promise<HarnessPage> {
  const prepare = async (page: Page): Promise<void> => {
    await page.addInitScript((how) => {
      const memories: string[] = [];
      Object.assign(window, { memories });
      class NotedWorker extends Worker {
        override postMessage(message: unknown, options?: Transferable[] | StructuredSerializeOptions): void {
          const memory: unknown = Reflect.get(Object(message), 'memory');
          if (typeof memory === 'object' && memory !== null) {
            memories.push(String(Reflect.get(memory, 'kind')));
            const snapshot: unknown = Reflect.get(memory, 'snapshot');
            if (how === 'spoil all' && snapshot !== undefined) Reflect.set(Object(snapshot), 'parts', []);
          }
          if (how !== 'nothing' && Reflect.get(Object(message), 'name') === 'memory') {
            Reflect.set(Object(message), 'content', new ArrayBuffer(100));
          }
          super.postMessage(message, Array.isArray(options) ? { transfer: options } : options);
        }
      }
      Object.assign(window, { Worker: NotedWorker });
    }, change);
  };
  return HarnessPage.open(browser, baseURL, prepare);
}

const memoriesIn = async ({ page }: HarnessPage): Promise<string[]> =>
  (await page
    .frames()
    .at(-1)
    ?.evaluate((): string[] => Reflect.get(window, 'memories'))) ?? [];

async function outputs(harness: HarnessPage): Promise<string[]> {
  const texts: string[] = [];
  for (let run = 0; run < 3; run++) {
    // One after another: each takes a worker of its own.
    const { stdout, end } = await harness.run(PROGRAM);
    expect(end.ending).toEqual({ kind: 'finished' });
    texts.push(stdout);
  }
  return texts;
}

/** The lines that may not differ but for where in memory something lies, and the draws that must. */
const same = (text: string): string => text.replace(/^chance.*\n/m, '').replaceAll(/0x[0-9a-f]+/g, '0x');
const draws = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => /^chance (.*)$/m.exec(text)?.[1]?.split(' ') ?? []);

test('workers that begin with a snapshot, of the build or of the first one, are alike but for chance', async ({
  browser,
  baseURL,
}) => {
  const texts: string[] = [];
  const harness = await frameOf(browser, baseURL ?? '', 'nothing');
  texts.push(...(await outputs(harness)));
  expect(new Set(await memoriesIn(harness))).toEqual(new Set(['shipped']));
  await harness.page.close();
  const own = await frameOf(browser, baseURL ?? '', 'spoil shipped');
  texts.push(...(await outputs(own)));
  // Spares are started when there is time for it, and the frame may start workers before they are noted in it.
  await expect
    .poll(async () => (await memoriesIn(own)).join(' '))
    .toMatch(/^shipped( shipped)* keep( restore)+$/);
  await own.page.close();
  expect(new Set(texts.map(same)).size).toBe(1);
  expect(new Set(draws(texts)).size).toBe(24);
});

test('a snapshot that cannot be begun with is given up, and Python starts from the beginning', async ({
  browser,
  baseURL,
}) => {
  const harness = await frameOf(browser, baseURL ?? '', 'spoil all');
  const texts = await outputs(harness);
  // Another worker may have been given it before the first said that it is of no use.
  await expect
    .poll(async () => (await memoriesIn(harness)).join(' '))
    .toMatch(/^shipped( shipped)* keep( restore){1,3}( fresh)+$/);
  expect(new Set(texts.map(same)).size).toBe(1);
  await harness.page.close();
});
