// Unit tests: beside their sources, in Node, with the real lessons.
import { defineConfig } from 'vitest/config';
import { lessonsPlugin } from './src/lesson/vite-plugin.ts';
import { nativePlugin } from './src/runtime/boot/native-plugin.ts';

export default defineConfig({
  plugins: [lessonsPlugin(), nativePlugin(import.meta.dirname)],
  test: {
    environment: 'node',
    // Modules are loaded once for all files of a thread, which takes a quarter of the time. Stores are among them: who
    // needs one as it is at first says so.
    pool: 'threads',
    isolate: false,
    include: ['src/**/*.test.{ts,tsx,mjs}', '{scripts,bench}/**/*.test.mjs'],
    restoreMocks: true,
    // What is expected is what happens, not how soon: a busy machine may take its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
