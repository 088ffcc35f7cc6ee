/** The build of lessons: what a real Vite build puts into the page, and how a broken lesson stops it. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleFolder } from '../testing/exampleLesson.ts';
import { lessonsPlugin } from './vite-plugin.ts';

const ANSWERS =
  '---\ntitle: Answers\nlead: Short ones.\n---\n\n## Questions\n\n### Why?\n\n> So.\n\nSo.\n\n- [It](#/waits)\n';
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'faultline-lessons-'));
  mkdirSync(join(root, 'lessons'));
  writeFileSync(join(root, 'lessons/answers.md'), ANSWERS);
  writeFileSync(join(root, 'page.js'), "export { lessons } from 'virtual:faultline-lessons';");
});
afterEach(() => rmSync(root, { recursive: true }));

function write({ name, files }: ReturnType<typeof exampleFolder>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, 'lessons', name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

async function bundle(): Promise<string> {
  const output = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [lessonsPlugin()],
    build: {
      write: false,
      minify: false,
      lib: { entry: join(root, 'page.js'), formats: ['es'], fileName: 'page' },
    },
  });
  const [first] = Array.isArray(output) ? output : [];
  const chunks: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[] = first?.output ?? [];
  return chunks.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n');
}

describe('lessonsPlugin', () => {
  it('puts every lesson into the bundle, but no template', async () => {
    write(exampleFolder({ name: '2-waits' }));
    cpSync(join(root, 'lessons', '2-waits'), join(root, 'lessons', '_template'), { recursive: true });
    const code = await bundle();
    expect(code).toContain('Two waits');
    expect(code).toContain('time.sleep(2)');
    expect(code).toContain('waits');
    expect(code).not.toContain('template');
  });

  it('keeps what is seldom shown apart: notes, and the recording', async () => {
    const notes = '## First step\n\n6 minutes\n\n**Ask.** What do the two waits wait for?\n';
    write(exampleFolder({ name: '2-waits', files: { 'notes.md': notes } }));
    expect(await bundle()).not.toContain('What do the two waits wait for?');
    const both =
      "export { notes } from 'virtual:faultline-notes'; export { recordings } from 'virtual:faultline-recordings';";
    writeFileSync(join(root, 'page.js'), both);
    const code = await bundle();
    expect(code).toContain('What do the two waits wait for?');
    expect(code).toMatch(/recordings = \{ ?"?waits"?: ?null ?\}/);
    expect(code).not.toContain('time.sleep(2)');
  });

  it('stops the build with every problem of every lesson', async () => {
    write(exampleFolder({ name: '2-waits', body: '## A\n\n<b>bold</b>' }));
    write(exampleFolder({ name: 'nameless' }));
    await expect(bundle()).rejects.toThrow(
      /lessons\/2-waits\/lesson\.md:\d+: raw HTML[^]*lessons\/nameless: name the folder/,
    );
  });
});
