import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thisMachine } from './machine.mjs';

const machine = thisMachine('/nowhere');
/** @type {(code: string, seconds?: number) => Promise<Uint8Array>} */
const node = (code, seconds = 10) => machine.run(process.execPath, ['-e', code], { seconds });

test('a command gives what it printed, or the last line of its complaint', async () => {
  expect(Buffer.from(await node('process.stdout.write("tea")')).toString()).toBe('tea');
  await expect(node('console.error("first\\nno such package"); process.exit(3)')).rejects.toThrow(
    'no such package',
  );
  await expect(machine.run('faultline-has-no-such-command', [], { seconds: 1 })).rejects.toThrow('ENOENT');
});

test('a command that takes too long is ended', async () => {
  const began = performance.now();
  await expect(node('setInterval(() => {}, 1000)', 0.5)).rejects.toThrow('took longer than 0.5 s');
  expect(performance.now() - began).toBeLessThan(8000);
});

test('a folder is there for the work, and gone afterwards', async () => {
  let seen = '';
  const listed = await machine.aside(async (folder) => {
    seen = folder;
    machine.write(join(folder, 'deep/down.txt'), Buffer.from('tea'));
    expect(Buffer.from(machine.read(join(folder, 'deep/down.txt')) ?? []).toString()).toBe('tea');
    return machine.list(folder);
  });
  expect(listed).toEqual(['deep']);
  expect(existsSync(seen)).toBe(false);
  expect(machine.read(join(seen, 'deep/down.txt'))).toBeNull();
  expect(machine.list(seen)).toEqual([]);
});
