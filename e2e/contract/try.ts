/** Calls `npm run try` for a test, as npm does. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { makeReady } from '../../scripts/try/ready.mjs';

const ROOT = join(import.meta.dirname, '../..');

export interface Tried {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** real milliseconds */
  readonly took: number;
}

export interface Calling {
  /** standard input; nothing by default */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** called with what has come on standard output so far */
  readonly onOutput?: (stdout: string, interrupt: () => void) => void;
}

/** A folder of its own, with a server file of its own, to call from. */
export class TryFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'faultline-try-'));
  readonly serverFile = join(this.path, '.server', 'server.json');

  save(name: string, text: string): string {
    writeFileSync(join(this.path, name), text);
    return name;
  }

  /** A lesson folder, with a broken side that runs. */
  saveLesson(name: string, text: string): void {
    mkdirSync(join(this.path, name, 'broken'), { recursive: true });
    this.save(`${name}/lesson.md`, text);
    this.save(`${name}/broken/main.py`, 'print("half")\n');
  }

  /** Nothing is kept warm unless `env` says so: what a test starts is its own to end. */
  call(args: readonly string[], { input = '', env = {}, onOutput }: Calling = {}): Promise<Tried> {
    const began = performance.now();
    const child = spawn(process.execPath, [join(ROOT, 'scripts/try.mjs'), ...args], {
      cwd: ROOT,
      env: {
        ...process.env,
        INIT_CWD: this.path,
        FAULTLINE_SERVER_FILE: this.serverFile,
        FAULTLINE_COLD: '1',
        ...env,
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      onOutput?.(stdout, () => child.kill('SIGINT'));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdin.end(input);
    return new Promise((resolve) => {
      child.on('close', (code) => resolve({ code, stdout, stderr, took: performance.now() - began }));
    });
  }

  /** The same with a server that keeps Python warm. */
  callWarm(args: readonly string[], { env = {}, ...rest }: Calling = {}): Promise<Tried> {
    return this.call(args, { ...rest, env: { CI: '', FAULTLINE_COLD: '', ...env } });
  }

  async remove(): Promise<void> {
    await this.callWarm(['--stop-server']);
    rmSync(this.path, { recursive: true, force: true });
  }
}

async function withFolder(use: (folder: TryFolder) => Promise<void>): Promise<void> {
  // The first call after a change builds something, and says so; no test is about that.
  await makeReady();
  const folder = new TryFolder();
  await use(folder);
  await folder.remove();
}

/** `folder` is shared by the tests of a worker, with its server; `own` is the test's alone. */
export const test = base.extend<{ own: TryFolder }, { folder: TryFolder }>({
  own: async ({ browserName: _any }, use) => withFolder(use),
  folder: [async ({ browserName: _any }, use) => withFolder(use), { scope: 'worker' }],
});
