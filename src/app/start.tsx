/** Makes the page once its code is here: the commands, what connects them, and the first screen. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '../ui/fallbackFonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import './prerender/prerendered.css';
import { archivesOf } from '../runtime/host/packages.ts';
import type { Runtime } from '../runtime/host/runtime.ts';
import { App } from './shell/App.tsx';
import { createCommands } from '../session/commands.ts';
import { createOffline } from '../session/offline.ts';
import { whenAtRest } from '../session/rest.ts';
import { waitWithFullEditor } from '../editor/turn.ts';
import { useArrangement } from '../store/arrangement.ts';
import { axisOf } from '../views/register.ts';
import { AppContext } from './shell/context.ts';
import { wire } from './shell/wiring.ts';

/** With so many cores Python and the editor start beside each other. */
const ENOUGH_CORES = 6;
/** The full editor waits for Python no longer than this; and not for its bytes, where less than half are here by then. */
const EDITOR_PATIENCE_MS = { start: 4_000, bytes: 1_200 };

/** Connects the page with `runtime` and draws it in the place of what `root` holds. */
export function start(runtime: Runtime, root: Element): void {
  const commands = createCommands(runtime, axisOf);
  const base = new URL('./', document.baseURI);
  const offline = createOffline(runtime, base, (names) => archivesOf(names, base));
  wire(commands);
  // A frame in another page is no visit: nothing is kept of it.
  if (useArrangement.getState().name !== 'embed') offline.keepCopies();
  if (navigator.hardwareConcurrency < ENOUGH_CORES) {
    waitWithFullEditor(
      new Promise<void>((resolve) => {
        whenAtRest(runtime, resolve);
        setTimeout(resolve, EDITOR_PATIENCE_MS.start);
        setTimeout(() => {
          const { status } = runtime;
          if (status.kind === 'fetching' && status.loaded < status.total / 2) resolve();
        }, EDITOR_PATIENCE_MS.bytes);
      }),
    );
  }
  createRoot(root).render(
    <StrictMode>
      <AppContext value={{ runtime, commands, offline }}>
        <App />
      </AppContext>
    </StrictMode>,
  );
}
