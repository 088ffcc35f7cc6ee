/** The register of views: a lesson names the ones it wants. One line a view. */
import { heap } from './heap/heap.ts';
import { modules } from './modules/modules.ts';
import { output } from './output/output.ts';
import { pool } from './pool/pool.ts';
import { threads } from './threads/threads.ts';
import { timeline } from './timeline/timeline.ts';
import type { View } from './view.ts';

export const views: Record<string, View> = {
  timeline,
  modules,
  heap,
  threads,
  pool,
  output,
};

/** The view of this name, or null when no view has it. */
export function viewCalled(id: string): View | null {
  return Object.hasOwn(views, id) ? (views[id] ?? null) : null;
}
