/** Puts the prerendered screens of the lessons into the page's HTML. Only in what is built. */
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';
import react from '@vitejs/plugin-react';
import { lessonsPlugin } from '../../lesson/vite-plugin.ts';
import type * as Markup from './markup.tsx';

const MARKUP = fileURLToPath(new URL('./markup.tsx', import.meta.url));

export function prerenderPlugin(): Plugin {
  let root = '';
  return {
    name: 'faultline-prerender',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    async transformIndexHtml(html) {
      const { module } = await runnerImport<typeof Markup>(MARKUP, {
        root,
        configFile: false,
        logLevel: 'error',
        plugins: [react(), lessonsPlugin()],
      });
      return html.replace('</body>', () => `${module.templates}\n  </body>`);
    },
  };
}
