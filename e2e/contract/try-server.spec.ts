/** The server that keeps Python warm for `npm run try`: who may call it, who it serves, and when it ends. */
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { expect } from '@playwright/test';
import * as v from 'valibot';
import { findBrowser } from '../../scripts/browser.mjs';
import { test, type TryFolder } from './try.ts';

const EntrySchema = v.object({ pid: v.number(), port: v.number(), token: v.string(), stamp: v.string() });

const entryOf = ({ serverFile }: TryFolder): v.InferOutput<typeof EntrySchema> =>
  v.parse(EntrySchema, JSON.parse(readFileSync(serverFile, 'utf8')));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const counting = (name: string): string =>
  `import time\nfor i in range(5):\n    print("${name}", i)\n    time.sleep(0.1)\n`;
const counted = (name: string): string => [0, 1, 2, 3, 4].map((i) => `${name} ${i}\n`).join('');

test('two calls at once start one server, which answers the next call as well, until it is told to end', async ({
  own: folder,
}) => {
  test.slow();
  folder.save('one.py', counting('one'));
  folder.save('two.py', counting('two'));
  const [one, two] = await Promise.all([folder.callWarm(['one.py']), folder.callWarm(['two.py'])]);
  expect([one.stdout, two.stdout]).toEqual([counted('one'), counted('two')]);
  expect(one.stderr + two.stderr).not.toContain('No server could be started');
  const entry = entryOf(folder);
  const next = await folder.callWarm(['one.py']);
  expect([next.code, next.stdout]).toEqual([0, counted('one')]);
  expect(entryOf(folder)).toEqual(entry);
  // Neither browser nor Python is started: how much less that is depends on what else the machine does.
  expect(next.took).toBeLessThan(one.took);
  expect(isAlive(entry.pid)).toBe(true);
  expect((await folder.callWarm(['--stop-server'])).stdout).toBe('The server has been told to end.\n');
  await expect.poll(() => isAlive(entry.pid)).toBe(false);
  expect(existsSync(folder.serverFile)).toBe(false);
  expect((await folder.callWarm(['--stop-server'])).stdout).toBe('No server is running.\n');
});

test('without it a call leaves nothing behind', async ({ own: folder }) => {
  folder.save('main.py', 'print("hello")\n');
  expect(await folder.callWarm(['main.py', '--cold'])).toMatchObject({ code: 0, stdout: 'hello\n' });
  expect(existsSync(folder.serverFile)).toBe(false);
});

test('exit codes, arguments and errors come through', async ({ folder }) => {
  folder.save('fine.py', 'import sys; print(sys.argv[1:])\n');
  folder.save('exits.py', 'import sys; sys.exit(3)\n');
  folder.save('fails.py', 'open("x")\n');
  const kinds: readonly [string[], number, string, string][] = [
    [['fine.py', '--', 'a', 'b c'], 0, "['a', 'b c']\n", 'ending:           finished\n'],
    [['exits.py'], 1, '', 'ending:           exited (status 3)\n'],
    [['fails.py'], 1, '', 'File "fails.py", line 1, in <module>\n'],
    [['fine.py', '--check', 'True and False'], 1, '[]\n', 'check:            does not hold'],
    [['nowhere.py'], 2, '', 'There is no file or folder "nowhere.py".\n'],
  ];
  for (const [call, code, stdout, part] of kinds) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time: they share two cores
    const tried = await folder.callWarm(call);
    expect([call, tried.code, tried.stdout]).toEqual([call, code, stdout]);
    expect(tried.stderr).toContain(part);
  }
});

test('output comes while the program runs, and Ctrl+C stops it and not the server', async ({ folder }) => {
  folder.save('long.py', 'import time\nprint("begun")\ntime.sleep(3600)\n');
  const stopped = await folder.callWarm(['long.py'], {
    onOutput: (stdout, interrupt) => stdout.includes('begun') && interrupt(),
  });
  expect([stopped.code, stopped.stdout]).toEqual([1, 'begun\n']);
  expect(stopped.stderr).toMatch(/ending: +stopped/);
  const { pid } = entryOf(folder);
  folder.save('main.py', 'print("next")\n');
  expect(await folder.callWarm(['main.py'])).toMatchObject({ code: 0, stdout: 'next\n' });
  expect(entryOf(folder).pid).toBe(pid);
});

test('its file is private, and nobody is answered who does not know the token', async ({ folder }) => {
  folder.save('main.py', 'print("hello")\n');
  await folder.callWarm(['main.py']);
  const { port, token } = entryOf(folder);
  expect(statSync(folder.serverFile).mode & 0o777).toBe(0o600);
  for (const request of [
    '{"order":"open"}\n',
    '{"token":"wrong"}\n{"order":"open"}\n',
    `{"token":"${'0'.repeat(token.length)}"}\n`,
    'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n',
    'x'.repeat(100_000),
    'null\n',
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, to the same server
    expect(await answerTo(port, request)).toBe('');
  }
  expect(await folder.callWarm(['main.py'])).toMatchObject({ code: 0, stdout: 'hello\n' });
});

function answerTo(port: number, request: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
    });
    socket.on('error', () => {}).on('close', () => resolve(answer));
  });
}

test('a server of another build, and a file left behind, are no obstacle; it ends when nobody calls', async ({
  own: folder,
}) => {
  test.slow();
  folder.save('main.py', 'print("hello")\n');
  await folder.callWarm(['main.py']);
  const first = entryOf(folder);
  rmSync(folder.serverFile);
  // Its place has been taken from it.
  await expect.poll(() => isAlive(first.pid)).toBe(false);
  // Both numbers are in use again, by this test: nobody answers rightly there.
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  writeFileSync(folder.serverFile, JSON.stringify({ ...first, pid: process.pid, port }));
  expect(await folder.callWarm(['main.py'])).toMatchObject({ code: 0, stdout: 'hello\n' });
  other.close();
  const second = entryOf(folder);
  expect(second.pid).not.toBe(process.pid);
  // A browser that was chosen is as good as another build: that server is sent away.
  const env = {
    FAULTLINE_BROWSER: process.env['FAULTLINE_BROWSER'] ? '' : await findBrowser(),
    FAULTLINE_SERVER_IDLE_SECONDS: '1',
  };
  expect(await folder.callWarm(['main.py'], { env })).toMatchObject({ code: 0, stdout: 'hello\n' });
  const third = entryOf(folder);
  expect(third.pid).not.toBe(second.pid);
  await expect.poll(() => isAlive(second.pid)).toBe(false);
  // It was told to end by itself when nobody calls.
  await expect.poll(() => isAlive(third.pid)).toBe(false);
  expect(existsSync(folder.serverFile)).toBe(false);
});

test('a program that ends its page takes nobody else along', async ({ folder }) => {
  folder.save('main.py', 'print("hello")\n');
  folder.save('aborts.py', 'import ctypes\nctypes.string_at(2**31 - 8, 4096)\nprint("?")\n');
  const aborted = await folder.callWarm(['aborts.py']);
  expect(aborted.code).toBe(1);
  expect(await folder.callWarm(['main.py'])).toMatchObject({ code: 0, stdout: 'hello\n' });
});
