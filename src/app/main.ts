/** The start of the page. Where its address is a lesson's, Python is on its way before the rest of the page is here. */
import { packagesAt } from '../lesson/packages.ts';
import { createRuntime } from '../runtime/host/create.ts';

const runtime = createRuntime();
const packages = packagesAt(location.hash);
// Within another page Python waits for a run.
if (packages !== null && window.parent === window) runtime.wake(packages);

const { start } = await import('./start.tsx');
start(runtime);
