/** The register of views: a lesson names the ones it wants, and its playhead goes by the first. One line a view. */
import type { Axis } from '../trace/axis.ts';
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

/** What the playhead of a lesson moves along: the axis of the first picture that it names, else of its output. */
export function axisOf({ views: named }: { readonly views: readonly string[] }): Axis {
  const shown = named.flatMap((id) => viewCalled(id) ?? []);
  return (shown.find(({ id }) => id !== output.id) ?? output).axis;
}
