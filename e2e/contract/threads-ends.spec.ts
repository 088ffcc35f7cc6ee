/** How programs with threads end, and that a thread finds no more of the page than the main thread does. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { program, random } from './threads.ts';

interface End {
  readonly text: string;
  readonly ending: Record<string, unknown>;
  readonly stdout: string;
  readonly stderr?: RegExp;
}

const WORKER =
  'import threading, time, sys, os, atexit\ndef work():\n    time.sleep(0.1)\n    print("worker is done")\nthreading.Thread(target=work).start()\n';

const ENDS: Readonly<Record<string, End>> = {
  'the main thread fails; the others are waited for': {
    text: `${WORKER}raise ValueError("main failed")`,
    ending: { kind: 'raised', error: { type: 'ValueError', message: 'main failed' } },
    stdout: 'worker is done\n',
    stderr: /^Traceback .*\n.*line 6, in <module>\n.*\nValueError: main failed\n$/s,
  },
  'the main thread exits; the others are waited for': {
    text: `${WORKER}sys.exit(3)`,
    ending: { kind: 'exited', status: 3 },
    stdout: 'worker is done\n',
  },
  'the main thread is interrupted': {
    text: `${WORKER}raise KeyboardInterrupt`,
    ending: { kind: 'raised', error: { type: 'KeyboardInterrupt' } },
    stdout: 'worker is done\n',
    stderr: /\nKeyboardInterrupt\n$/,
  },
  'a thread exits at once': {
    text: `${WORKER}threading.Thread(target=os._exit, args=(7,)).start()\ntime.sleep(9)`,
    ending: { kind: 'exited', status: 7 },
    stdout: '',
  },
  'sys.exit in a thread ends that thread': {
    text: `${WORKER}threading.Thread(target=sys.exit, args=(7,)).start()\nprint("main goes on")`,
    ending: { kind: 'finished' },
    stdout: 'main goes on\nworker is done\n',
  },
  'a thread fails': {
    text: `${WORKER}threading.Thread(target=lambda: 1 / 0, name="divider").start()`,
    ending: { kind: 'finished' },
    stdout: 'worker is done\n',
    stderr: /^Exception in thread divider:\nTraceback .*\nZeroDivisionError: division by zero\n$/s,
  },
  'daemons end with the program': {
    text: `${WORKER}def tick():\n    for n in range(99):\n        time.sleep(0.03)\n        print(n)\nthreading.Thread(target=tick, daemon=True).start()\natexit.register(print, "at exit")`,
    ending: { kind: 'finished' },
    stdout: '0\n1\n2\nworker is done\nat exit\n',
  },
  'a thread interrupts the main thread': {
    text: 'import _thread, threading, time\ndef work():\n    time.sleep(0.1)\n    _thread.interrupt_main()\nthreading.Thread(target=work).start()\ntry:\n    for _ in range(9): time.sleep(0.05)\nexcept KeyboardInterrupt: print("interrupted")\n',
    ending: { kind: 'finished' },
    stdout: 'interrupted\n',
  },
  'exit functions come after all threads, and may start more': {
    text: `${WORKER}def late():\n    thread = threading.Thread(target=print, args=("late",))\n    thread.start()\n    thread.join()\natexit.register(late)`,
    ending: { kind: 'finished' },
    stdout: 'worker is done\nlate\n',
  },
};

for (const [name, { text, ending, stdout, stderr = /^$/ }] of Object.entries(ENDS)) {
  test(name, async ({ harness }) => {
    const run = await harness.run(text, { probes: ['threads'], schedule: random('before310', 1) });
    expect(run.end.ending).toMatchObject(ending);
    expect(run.stdout).toBe(stdout);
    expect(run.stderr).toMatch(stderr);
  });
}

test('a thread finds no way out: the same modules are absent, the same doors shut', async ({ harness }) => {
  const text = [
    'import importlib, sys, threading',
    'found = []',
    'def look():',
    '    for name in ("js", "pyodide", "pyodide_js", "pyodide.ffi", "_pyodide", "_pyodide_core", "_faultline_machine"):',
    '        try: found.append(importlib.import_module(name).__name__)',
    '        except ModuleNotFoundError as error: found.append(str(error).split()[0])',
    '        if name in sys.modules: found.append(name)',
    '    try:',
    '        import urllib.request',
    '        urllib.request.urlopen("https://example.org/stolen", timeout=1)',
    '    except Exception as error: found.append("no network")',
    '    try: sys.settrace("no function")',
    '    except TypeError: pass',
    'thread = threading.Thread(target=look)',
    'thread.start()',
    'thread.join()',
    'print(sorted(set(found)))',
  ].join('\n');
  const requested: string[] = [];
  harness.page.on('request', (request) => requested.push(request.url()));
  const { stdout, end } = await harness.run(text, { probes: ['threads'], schedule: random('cpython314', 1) });
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout).toBe("['No', 'no network']\n");
  expect(requested.filter((url) => url.includes('stolen'))).toEqual([]);
});

test('what was replaced for threads is put back', async ({ harness }) => {
  const { stdout, end } = await harness.run(program('looks_back.py'), {
    probes: ['threads'],
    schedule: random('before310', 1),
  });
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout).toMatch(/left: \[\] of 14, tool None$/);
});
