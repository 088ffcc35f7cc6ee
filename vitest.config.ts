// Unit tests: beside their sources, in Node, with the real lessons.
import { defineConfig } from 'vitest/config';
import { lessonsPlugin } from './src/lesson/vite-plugin.ts';

export default defineConfig({
  plugins: [lessonsPlugin()],
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx,mjs}', '{scripts,bench}/**/*.test.mjs'],
    restoreMocks: true,
    // What is expected is what happens, not how soon: a busy machine may take its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
