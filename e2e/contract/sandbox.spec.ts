/** Strangers' code stays in its box: no network, no storage, no forged word that the page believes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { HarnessPage, test } from '../harness.ts';
import { passOn, foreignServer, type LoggingServer } from './servers.ts';

const attacks = readFileSync(join(import.meta.dirname, 'programs', 'attacks.py'), 'utf8');
const targetOf = (home: string, away: string): string => `HOME = "${home}"\nAWAY = "${away}"\n`;
const stolen = (server: LoggingServer): string[] =>
  server.requested.filter((path) => path.includes('stolen'));

/** What is to be protected, and a listener for messages that nobody should send. */
async function plantSecrets(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window !== window.top || location.origin === 'null') return;
    localStorage.setItem('secret', 'page-secret');
    document.cookie = 'secret=page-secret';
    indexedDB.open('secrets').onupgradeneeded = () => {};
    const received: unknown[] = [];
    Object.assign(window, { received });
    new BroadcastChannel('faultline-test').addEventListener('message', ({ data }) => received.push(data));
    window.addEventListener('message', ({ data }) => received.push(data));
  });
}

test('the attacks are real: most of them succeed against plain Pyodide', async ({ browser }) => {
  const away = await foreignServer();
  const home = await foreignServer();
  const page = await browser.newPage();
  await page.goto(`${home.origin}/plain.html`);
  await page.evaluate(
    ([program, target]) =>
      new Promise((resolve) => {
        const worker = new Worker('/plain.js', { type: 'module' });
        worker.addEventListener('message', ({ data }) => data?.lines && setTimeout(resolve, 1000));
        worker.postMessage({ program, target });
      }),
    [attacks, targetOf(home.origin, away.origin)] as const,
  );
  expect(new Set(stolen(away)).size).toBeGreaterThan(10);
  expect(new Set(stolen(home)).size).toBeGreaterThan(10);
  await page.close();
  for (const server of [home, away]) server.close();
});

test('no attack reaches a server, the storage or the page', async ({ browser, baseURL }) => {
  const away = await foreignServer();
  const home = await passOn(baseURL ?? '');
  const harness = await HarnessPage.open(browser, home.origin, plantSecrets);
  const files = { 'main.py': attacks, 'target.py': targetOf(home.origin, away.origin) };
  const { end, stdout } = await harness.run(files, { pace: 'real' });
  expect(end.ending).toEqual({ kind: 'finished' });

  expect(stolen(home)).toEqual([]);
  expect(away.requested).toEqual([]);
  expect(stdout.split('\n').length).toBeGreaterThan(50);
  // A timer may be set with a text; the policy then refuses to run it.
  const returned = stdout.split('\n').filter((line) => line.includes(' returned '));
  expect(
    returned.filter((line) => !/^timeout_text_|^(inherited|hoarded) returned nothing$/.test(line)),
  ).toEqual([]);
  expect(stdout).not.toContain('page-secret');

  const left = await harness.page.evaluate(async () => ({
    received: Reflect.get(window, 'received'),
    secret: localStorage.getItem('secret'),
    cookie: document.cookie,
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
  expect(left).toEqual({
    received: [],
    secret: 'page-secret',
    cookie: 'secret=page-secret',
    caches: [],
    databases: ['secrets'],
  });
  await harness.page.close();
  for (const server of [home, away]) server.close();
});

/** The prelude of a program that has found the machine below the scheduler, as any program can. */
const INSIDE = [
  'import gc, json, sys, time',
  'from array import array',
  'import faultline.entry as entry',
  // The modules that Pyodide works with are out of sight, not gone; a second import would make second ones.
  'js, py = (next(f.jsproxies for f in sys.meta_path if hasattr(f, "jsproxies"))[n] for n in ("js", "pyodide_js"))',
  'ffi = next(m for m in gc.get_objects() if type(m) is type(sys) and m.__name__ == "pyodide.ffi")',
  'machine = entry.outside',
  'def send(*records, words=(), raw=None):',
  '    numbers = array("i", [n for record in records for n in record])',
  '    machine.send(numbers, json.dumps(list(words)) if raw is None else raw)',
  'FAR = 2**20',
  '',
].join('\n');

test('a file that is loaded when read kills its own interpreter and nothing else', async ({ harness }) => {
  const away = await foreignServer();
  const lazy = `py.FS.createLazyFile("/", "lazy", "${away.origin}/stolen", True, False); open("/lazy").read()`;
  const { end, stdout } = await harness.run(`${INSIDE}print('inside')\n${lazy}`);
  expect(stdout).toBe('inside\n');
  expect(end.ending.kind).toBe('crashed');
  expect(away.requested).toEqual([]);
  expect((await harness.run('print("works")')).stdout).toBe('works\n');
  away.close();
});

test('ctypes finds what Python exports, and no way to run a script', async ({ harness }) => {
  const program = [
    'import ctypes',
    'print(ctypes.pythonapi.PyLong_FromLong(3), ctypes.CDLL(None).strlen(b"four"))',
    'print(ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda n: n + 1)(1))',
    'again = [ctypes.cast(ctypes.pythonapi["Py_IncRef"], ctypes.c_void_p).value for _ in range(2)]',
    'print(again[0] == again[1])',
    'for _ in range(2):',
    '    try: print(ctypes.CDLL("libc.so.6").abs)',
    '    except (OSError, AttributeError): print("none")',
    'ctypes.CDLL(None).emscripten_run_script(b"fetch(\'/\')")',
  ].join('\n');
  const { end, stdout } = await harness.run(program);
  expect(stdout).toMatch(/^\d+ 4\n2\nTrue\nnone\nnone\n$/);
  expect(end.ending).toMatchObject({ kind: 'raised', error: { type: 'AttributeError' } });
});

/** Not `interpreter`: the page has refused the report, Python did not die of the attempt. */
const REFUSED = { kind: 'crashed', cause: 'report' };

/** Records that do not hold: `[word, time high, time low, track, file, line, a, b]`. Track 0 is the output. */
const HOSTILE: Readonly<Record<string, string>> = {
  'half a record': 'send((8, FAR, 0))',
  'an unknown word': 'send((99, FAR, 0, 0, -1, -1, 0, 0))',
  'an unknown track': 'send((8, FAR, 0, 10**6, -1, -1, 0, 0))',
  'a negative track': 'send((8, FAR, 0, -5, -1, -1, 0, 0))',
  'an unknown string': 'send((8, FAR, 0, 0, -1, -1, 10**6, 0))',
  'an unknown stream': 'send((8, FAR, 0, 0, -1, -1, 0, 7))',
  'a track out of order': 'send((0, FAR, 0, 10**6, -1, -1, 0, -1))',
  'a track below itself': 'send((0, FAR, 0, 7, -1, -1, 0, 7))',
  'a span never opened': 'send((2, FAR, 0, 0, -1, -1, 0, 10**6))',
  'time that runs backwards': 'send((8, 0, 0, 0, -1, -1, 0, 0))',
  'time beyond all time': 'send((8, 2**31 - 1, 0, 0, -1, -1, 0, 0))',
  'a line before the first': 'send((8, FAR, 0, 0, 0, -7, 0, 0))',
  'a tally that shrinks': 'send((5, FAR, 0, 0, -1, -1, -5, 0))',
  'strings that are none': 'send((8, FAR, 0, 0, -1, -1, 10**6, 0), raw="{}")',
  'a string beyond all bounds': 'send((8, FAR, 0, 0, -1, -1, 0, 0), words=["x" * 2_000_000])',
};

/** Has the worker send these strings, which no JSON says: lines of Python that make them. */
const sendStrings = (strings: string): string =>
  [
    strings,
    'carrier = js.Array.new()',
    'carrier.map = ffi.create_proxy(lambda *_: made)',
    'js.JSON.parse = ffi.create_proxy(lambda *_: carrier)',
    'machine.send(array("i"), "[]")',
  ].join('\n');

/** Small to send, and endless to look at. */
const HUGE: Readonly<Record<string, string>> = {
  'as many holes as a list can have': sendStrings('made = js.Array.new(2 ** 32 - 1)'),
  '50 million holes': sendStrings('made = js.Array.new(50_000_000)'),
  'a few holes': sendStrings('made = js.Array.new(5)'),
  'an object of 100,000 keys': sendStrings(
    'made = ffi.to_js({str(n): n for n in range(100_000)}, dict_converter=js.Object.fromEntries)',
  ),
  'lists within lists': sendStrings('made = js.Array.of()\nfor _ in range(1000): made = js.Array.of(made)'),
};

for (const [name, program] of Object.entries({ ...HOSTILE, ...HUGE })) {
  test(`a report with ${name} ends its run and no other`, async ({ harness }) => {
    const hostile = `${INSIDE}print("kept")\ntime.sleep(0.05)\n${program}\nfor _ in range(20): time.sleep(0.1)`;
    const [{ end, stdout }, honest] = await Promise.all([
      harness.run(hostile, { pace: 'real' }),
      harness.run('import time\ntime.sleep(0.3)\nprint("undisturbed")', { pace: 'real' }),
    ]);
    expect(end.ending).toMatchObject(REFUSED);
    expect(stdout).toBe('kept\n');
    expect(honest.end.ending).toEqual({ kind: 'finished' });
    expect(honest.stdout).toBe('undisturbed\n');
  });
}

for (const [name, program] of Object.entries({
  'events past the cap':
    'while True: send(*((4, FAR, n, 0, -1, -1, 0, n) for n in range(i * 1000, i * 1000 + 1000))); i += 1',
  'text past the cap': 'while True: send(words=["x" * 900_000])',
  'messages without an end': 'while True: send()',
})) {
  test(`${name} are cut off by the page`, async ({ harness }) => {
    const limits = { events: 1000, outputChars: 1000 };
    const { end } = await harness.runQuietly(`${INSIDE}i = 0\n${program}`, { limits });
    expect(end.ending.kind).toBe('capped');
    expect((await harness.run('print("works")')).stdout).toBe('works\n');
  });
}

/** Has a getter of the worker's prototypes called with its port, which a program can do only when Stop is pressed. */
const GRAB_PORT = [
  INSIDE,
  'def forge(this, *_):',
  '    for forged in FORGED:',
  '        this.target.postMessage(js.JSON.parse(forged))',
  '    return js.JSON.parse("{}")',
  'kept = ffi.create_proxy(forge, capture_this=True)',
  'getter = ffi.to_js({"get": kept}, dict_converter=js.Object.fromEntries)',
  'js.Object.defineProperty(js.MessageEvent.prototype, "data", getter)',
  'print("lies in wait")',
  'for _ in range(50): time.sleep(0.1)',
].join('\n');

const FINISHED = { kind: 'finished' };

for (const [name, message, ending] of [
  ['impossible times', { kind: 'ended', ending: FINISHED, time: -5, wall: 1e300 }, REFUSED],
  ['an ending of no kind', { kind: 'ended', ending: { kind: 'won' }, time: 1, wall: 1 }, REFUSED],
  ['a second start', { kind: 'started' }, REFUSED],
  ['a boot', { kind: 'ready', abilities: { python: '4', suspends: true } }, REFUSED],
  ['nonsense', 'nonsense', REFUSED],
  ['its own ending', { kind: 'ended', ending: FINISHED, time: 1, wall: 1 }, FINISHED],
] as const) {
  test(`${name}, forged on the program's own port, spoils only its own run`, async ({ harness }) => {
    const forged = `FORGED = ${JSON.stringify([JSON.stringify(message)])}\n`;
    const [{ end }, honest] = await Promise.all([
      harness.run(forged + GRAB_PORT, { pace: 'real', stopAfter: { output: 200 } }),
      harness.run('import time\ntime.sleep(1)\nprint("undisturbed")', { pace: 'real' }),
    ]);
    expect(end.ending).toMatchObject(ending);
    expect(honest.end.ending).toEqual({ kind: 'finished' });
    expect(honest.stdout).toBe('undisturbed\n');
  });
}

test('a program that spoils the prototypes of its worker spoils no other', async ({ harness }) => {
  const spoil = [
    INSIDE,
    'nothing = ffi.create_proxy(lambda *_: None)',
    'for owner in (js.Array, js.Map, js.Promise, js.MessagePort, js.EventTarget, js.WebAssembly.Memory):',
    '    for name in js.Object.getOwnPropertyNames(owner.prototype):',
    '        if name in ("postMessage", "addEventListener", "map", "set", "grow"):',
    '            js.Reflect.set(owner.prototype, name, nothing)',
    'js.Object.prototype.kind = "ended"',
    'time.sleep(0.1)',
  ].join('\n');
  await harness.runQuietly(spoil, { pace: 'real', stopAfter: 500 });
  const { end, stdout } = await harness.run('print("works")');
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout).toBe('works\n');
});
