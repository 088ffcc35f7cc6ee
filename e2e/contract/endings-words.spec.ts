/** What an ending says beside its kind: by what a program ended itself, what a browser lacks, which part of ours failed. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';

for (const [call, ending] of [
  ['os._exit(3)', { kind: 'exited', status: 3, message: '', by: 'os._exit' }],
  ['os._exit(0)', { kind: 'finished' }],
  ['os.abort()', { kind: 'exited', status: 134, message: '', by: 'SIGABRT' }],
  ['os.kill(os.getpid(), signal.SIGKILL)', { kind: 'exited', status: 137, message: '', by: 'SIGKILL' }],
  ['signal.raise_signal(signal.SIGTERM)', { kind: 'exited', status: 143, message: '', by: 'SIGTERM' }],
  ['os.kill(0, signal.SIGCHLD)', { kind: 'finished' }],
  [
    'signal.signal(signal.SIGUSR1, signal.SIG_IGN); os.kill(os.getpid(), signal.SIGUSR1)',
    { kind: 'finished' },
  ],
  [
    'threading.Thread(target=os.abort).start(); time.sleep(9)',
    { kind: 'exited', status: 134, by: 'SIGABRT' },
  ],
] as const) {
  test(`${call} ends as in CPython`, async ({ harness }) => {
    const { end, stdout } = await harness.run(
      `import os, signal, threading, time\nprint("before", flush=True)\n${call}\n`,
    );
    expect(end.ending).toMatchObject(ending);
    expect(stdout).toBe('before\n');
  });
}

test('the heartbeat is none of the program’s business', async ({ harness }) => {
  const program = [
    'import signal, time',
    'heard = []',
    'print(signal.signal(signal.SIGVTALRM, lambda number, frame: heard.append(number)) == signal.SIG_DFL)',
    'began = time.perf_counter()',
    'while time.perf_counter() - began < 0.5: pass',
    'print(len(heard))',
    'signal.raise_signal(signal.SIGVTALRM)',
    'print(len(heard), signal.getsignal(signal.SIGVTALRM).__name__)',
  ].join('\n');
  const { end, stdout } = await harness.run(program, { pace: 'real' });
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout).toBe('True\n0\n1 <lambda>\n');
});

for (const [wait, seconds] of [
  ['select.select([], [], [], 3600)', 3600],
  ['select.poll().poll(5000)', 5],
  ['selectors.DefaultSelector().select(7)', 7],
  ['signal.sigtimedwait([signal.SIGUSR1], 8)', 8],
] as const) {
  test(`${wait} waits on the run clock`, async ({ harness }) => {
    const { end, stdout } = await harness.run(
      `import select, selectors, signal\nprint(${wait})\nprint("after")\n`,
    );
    expect(end.ending).toEqual({ kind: 'finished' });
    expect(stdout).toContain('after\n');
    expect(Math.round(end.time / 1e6)).toBe(seconds);
  });
}

for (const wait of ['signal.pause()', 'signal.sigwait([signal.SIGUSR1])', 'select.select([], [], [])']) {
  test(`${wait} is stuck where nothing can come`, async ({ harness }) => {
    const { end } = await harness.run(`import select, signal\n${wait}\n`);
    expect(end.ending).toMatchObject({ kind: 'stuck' });
    expect(JSON.stringify(end.ending)).toContain('main.py, line 2');
  });
}

for (const [what, program] of [
  ['keyboard', 'input()'],
  ['keyboard', 'breakpoint()'],
  ['browser', 'import webbrowser\nwebbrowser.open("https://example.org")'],
  ['signals', 'import signal\nsignal.alarm(1)'],
  ['signals', 'import signal\nsignal.setitimer(signal.ITIMER_REAL, 1)'],
  ['processes', 'import subprocess\nsubprocess.run(["ls"])'],
  ['processes', 'import multiprocessing\nmultiprocessing.Pool(2)'],
  ['processes', 'import concurrent.futures\nconcurrent.futures.ProcessPoolExecutor()'],
  ['openssl', 'import hashlib\nhashlib.pbkdf2_hmac("sha256", b"", b"", 1)'],
  ['openssl', 'from hashlib import scrypt'],
  ['network', 'import socket\nsocket.SO_REUSEADDR'],
  ['network', 'import urllib.request\nurllib.request.urlopen("http://example.org")'],
  ['keyboard', 'import getpass\ngetpass.getpass()'],
  ['processes', 'import os\nos.system("ls")'],
  ['processes', 'import os\nos.openpty()'],
  ['system', 'import ctypes\nctypes.CDLL("libc.so.6")'],
  ['interpreters', 'from concurrent.futures import InterpreterPoolExecutor'],
  ['network', 'import asyncio\nasyncio.start_unix_server'],
  ['network', 'import socket\nsocket.gethostbyname("example.org")'],
  ['network', 'import http.server\nhttp.server.HTTPServer(("", 8000), None)'],
  ['network', 'import select\nselect.epoll()'],
  ['processes', 'import os\nos.posix_spawn("/bin/ls", ["ls"], {})'],
  ['signals', 'import signal\nsignal.pthread_kill'],
  ['system', 'import os\nos.fork()'],
  ['module', 'import curses'],
  ['module', 'import tkinter'],
  ['module', 'import resource'],
  ['module', 'import readline'],
] as const) {
  test(`${program.split('\n').at(-1)} lacks: ${what}`, async ({ harness }) => {
    const { end } = await harness.run(program);
    expect(end.ending).toMatchObject({ kind: 'raised', error: { absent: { what } } });
  });
}

for (const [what, call] of [
  ['network', 'asyncio.start_server(print, "127.0.0.1", 8000)'],
  ['network', 'asyncio.open_connection("127.0.0.1", 8000)'],
  ['signals', 'sets_handler()'],
  ['processes', 'asyncio.create_subprocess_exec("ls")'],
] as const) {
  test(`${call} lacks: ${what}`, async ({ harness }) => {
    const program = [
      'import asyncio, signal',
      'async def sets_handler(): asyncio.get_running_loop().add_signal_handler(signal.SIGINT, print)',
      `async def main(): await ${call}`,
      'asyncio.run(main())',
    ].join('\n');
    const { end, stderr } = await harness.run(program);
    expect(end.ending).toMatchObject({ kind: 'raised', error: { absent: { what } } });
    expect(stderr).not.toContain('SO_REUSEADDR');
  });
}

for (const program of [
  'import pickle\npickle.loads(b"")',
  'import marshal\nmarshal.loads(b"")',
  'import gzip\ngzip.decompress(gzip.compress(b"text")[:-6])',
  'raise EOFError("of my own")',
  'import io, sys\nsys.stdin = io.StringIO("")\ninput()',
  'raise ConnectionError("the database is down")',
  'raise NotImplementedError',
  'import signal\nsignal.alarmm',
]) {
  test(`${program.split('\n').at(-1)} lacks nothing of a browser`, async ({ harness }) => {
    const { end } = await harness.run(program);
    expect(end.ending).toMatchObject({ kind: 'raised', error: { absent: null } });
  });
}

test('names of other machines have no address here, and this machine has one', async ({ harness }) => {
  const program = [
    'import asyncio, socket',
    'def ask(question, *args, **options):',
    '    try: print(question(*args, **options))',
    '    except socket.gaierror as error: print(error.errno == socket.EAI_AGAIN, error.strerror)',
    'ask(socket.gethostbyname, "localhost")',
    'ask(socket.gethostbyname_ex, socket.gethostname())',
    'ask(socket.gethostbyname, "10.1.2.3")',
    'print(socket.getaddrinfo("localhost", 80)[0][4], socket.getaddrinfo(b"10.1", port=80)[0][4])',
    'ask(socket.getaddrinfo, "example.org", 80)',
    'ask(socket.gethostbyname_ex, "example.org")',
    'ask(socket.gethostbyaddr, "example.org")',
    'import os; print(os.system("cls" if os.name == "nt" else "clear"))',
    'async def main(): await asyncio.get_running_loop().getaddrinfo("example.org", 80)',
    'ask(asyncio.run, main())',
  ].join('\n');
  const { stdout } = await harness.run(program);
  const unknown = 'True Temporary failure in name resolution';
  expect(stdout.trimEnd().split('\n')).toEqual([
    '127.0.0.1',
    "('emscripten', [], ['127.0.0.1'])",
    '10.1.2.3',
    "('127.0.0.1', 80) ('10.0.0.1', 80)",
    unknown,
    unknown,
    unknown,
    '0',
    unknown,
  ]);
});

test('all six tool ids of sys.monitoring are free, and stay ours where they are', async ({ harness }) => {
  const program = [
    'import sys',
    'monitoring = sys.monitoring',
    'for number in range(6): monitoring.free_tool_id(number)',
    'print([monitoring.get_tool(number) for number in range(6)])',
    'seen = []',
    'monitoring.use_tool_id(4, "mine")',
    'monitoring.register_callback(4, monitoring.events.PY_START, lambda code, offset: seen.append(code.co_name))',
    'monitoring.set_events(4, monitoring.events.PY_START)',
    'def called(): pass',
    'called()',
    'monitoring.free_tool_id(4)',
    'print(seen, monitoring.get_tool(4))',
  ].join('\n');
  const schedule = { model: 'cpython314', strategy: { kind: 'realistic' } } as const;
  const { end, stdout, scheduled } = await harness.run(program, {
    probes: ['tasks', 'threads', 'imports', 'memory'],
    schedule,
  });
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout).toBe("[None, None, None, None, None, None]\n['called'] None\n");
  expect(scheduled?.steps).toBeGreaterThan(0);
});

/** For each probe, a part of it that is made to fail, and what has it called. */
const FAILING: Readonly<Record<string, { breaks: string; calls: string; packages?: readonly string[] }>> = {
  tasks: {
    breaks: 'from faultline.probes.tasks.probe import TasksProbe as broken\nbroken._lane_of = fails',
    calls:
      'import asyncio\nasync def main(): await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))\nasyncio.run(main())',
  },
  threads: {
    breaks: 'from faultline.probes.threads.variables import Variables as broken\nbroken.of = fails',
    calls:
      'import threading\nhits = 0\ndef hit():\n    global hits\n    hits += 1\nfor _ in range(2): threading.Thread(target=hit).start()',
  },
  imports: {
    breaks: 'from faultline.probes.imports.probe import ImportsProbe as broken\nbroken._begins = fails',
    calls: 'import mine',
  },
  memory: {
    breaks: 'from faultline.probes.memory.classes import Classes as broken\nbroken.count = fails',
    calls: 'kept = [[number] for number in range(20_000)]',
  },
  pool: {
    breaks: 'from faultline.probes.pool.connections import Connections as broken\nbroken.taken = fails',
    calls:
      'from sqlalchemy import create_engine\nwith create_engine("sqlite://").connect() as connection: connection.exec_driver_sql("select 1")',
    packages: ['sqlalchemy'],
  },
};

for (const [part, { breaks, calls, packages = [] }] of Object.entries(FAILING)) {
  test(`where ${part} is watched by what fails, that is out and said so, and the run goes on`, async ({
    harness,
  }) => {
    const main = `def fails(*_): raise ZeroDivisionError("ours")\n${breaks}\n${calls}\nraise LookupError("its own end")`;
    const files = { 'main.py': main, 'mine.py': 'here = 1\n' };
    const probes = ['tasks', 'threads', 'imports', 'memory', 'pool'];
    const scheduled =
      part === 'threads'
        ? { schedule: { model: 'cpython314', strategy: { kind: 'realistic' } } as const }
        : {};
    const { end, stderr } = await harness.run(files, { probes, packages, ...scheduled });
    expect(end.ending).toMatchObject({ kind: 'raised', error: { message: 'its own end' } });
    expect(end.faults).toMatchObject([{ part }]);
    expect(end.faults?.[0]?.report).toContain('ZeroDivisionError: ours');
    expect(stderr).not.toContain('faultline');
  });
}

test('a long chain that is freed still ends in words', async ({ harness }) => {
  const chain =
    'link = None\nfor _ in range(200_000): link = (link,)\nprint("before", flush=True)\ndel link\n';
  const { end, stdout } = await harness.run(chain);
  expect(stdout).toBe('before\n');
  expect(['finished', 'crashed']).toContain(end.ending.kind);
  if (end.ending.kind === 'crashed') expect(end.ending.cause).toBe('interpreter');
});
