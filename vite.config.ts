// The build: React, lessons read from their folders, the runtime, and the page's security policy.
import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { licences } from './scripts/licences.mjs';
import { prerenderPlugin } from './src/app/prerender/vite-plugin.ts';
import { lessonsPlugin } from './src/lesson/vite-plugin.ts';
import { offlinePlugin } from './src/offline/boot/vite-plugin.ts';
import { runtimePlugin } from './src/runtime/boot/vite-plugin.ts';

/** The page asks only its own origin for anything, and evaluates no strings. Monaco needs inline styles. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "manifest-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Only in what is built: the development server needs inline scripts of its own. */
const policyPlugin = (): Plugin => ({
  name: 'faultline-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
      injectTo: 'head-prepend',
    },
  ],
});

/** The script that starts Python, and the one that draws the page. */
const STARTS = { first: '/src/app/main.ts', second: '/src/app/start.tsx' };
/** What each of them needs at once: of each one file, since every file of its own costs a request. */
const needed: Record<keyof typeof STARTS, ReadonlySet<string>> = { first: new Set(), second: new Set() };

/** The HTML names what draws the page, so that it comes while the script that starts Python runs. */
const drawingPlugin = (): Plugin => ({
  name: 'faultline-drawing',
  apply: 'build',
  buildEnd() {
    const closureOf = (end: string): ReadonlySet<string> => {
      const found = new Set([...this.getModuleIds()].filter((id) => id.endsWith(end)));
      for (const id of found) for (const one of this.getModuleInfo(id)?.importedIds ?? []) found.add(one);
      return found;
    };
    needed.first = closureOf(STARTS.first);
    needed.second = closureOf(STARTS.second);
  },
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) => {
      const chunks = Object.values(bundle ?? {}).filter((one) => one.type === 'chunk');
      const files = filesOf(
        chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(STARTS.second))),
        chunks,
      );
      return files
        .filter((file) => !html.includes(file))
        .map(
          (file): HtmlTagDescriptor => ({
            tag: 'link',
            attrs: file.endsWith('.css')
              ? { rel: 'stylesheet', crossorigin: true, href: `./${file}` }
              : // `src/app/main.ts` asks for it, behind what shows the text.
                { 'data-rel': 'modulepreload', crossorigin: true, href: `./${file}` },
            injectTo: 'head',
          }),
        );
    },
  },
});

/** These chunks, what they import, and all of their styles. */
function filesOf(wanted: Rolldown.OutputChunk[], chunks: Rolldown.OutputChunk[]): readonly string[] {
  const found = new Set<Rolldown.OutputChunk>(wanted);
  for (const { imports } of found)
    for (const one of chunks) if (imports.includes(one.fileName)) found.add(one);
  return [...found].flatMap(({ fileName, viteMetadata }) => [fileName, ...(viteMetadata?.importedCss ?? [])]);
}

/** The notices that must travel with what is bundled. */
const licencesPlugin = (): Plugin => ({
  name: 'faultline-licences',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licences(import.meta.dirname) });
  },
});

const shared: UserConfig = {
  // Relative addresses: the same build works at any path of any host.
  base: './',
  worker: { format: 'es' },
};

/** What the terminal runs programs with: no lessons, so none of them can stop it, and nothing to look at. */
const terminal: UserConfig = {
  ...shared,
  plugins: [runtimePlugin(), policyPlugin()],
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: '.faultline/terminal',
    emptyOutDir: true,
    rolldownOptions: { input: { terminal: 'terminal.html' } },
  },
};

/** What the contract tests run programs and lessons with: none of it is in what a visitor is sent. */
const harness: UserConfig = {
  ...shared,
  plugins: [lessonsPlugin(), runtimePlugin(), policyPlugin()],
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: '.faultline/harness',
    emptyOutDir: true,
    rolldownOptions: { input: { harness: 'harness.html' } },
  },
};

/** What the Python tests run in: the image as it is, with workers that run tests in the place of programs. */
const pythonTests: UserConfig = {
  ...shared,
  plugins: [runtimePlugin('src/runtime/testing/worker.ts'), policyPlugin()],
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: '.faultline/python-tests',
    emptyOutDir: true,
    rolldownOptions: { input: { tests: 'python-tests.html' } },
  },
};

const page: UserConfig = {
  ...shared,
  plugins: [
    react(),
    lessonsPlugin(),
    prerenderPlugin(),
    runtimePlugin(),
    policyPlugin(),
    drawingPlugin(),
    licencesPlugin(),
    offlinePlugin(),
  ],
  build: {
    target: 'es2022',
    // Monaco is one big chunk by nature, loaded lazily.
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      input: { index: 'index.html' },
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', test: (id) => needed.first.has(id), priority: 2 },
            { name: 'second', test: (id) => needed.second.has(id), priority: 1 },
          ],
        },
      },
    },
  },
};

const byMode: Readonly<Record<string, UserConfig>> = { terminal, harness, 'python-tests': pythonTests };

export default defineConfig(({ mode }) => byMode[mode] ?? page);
