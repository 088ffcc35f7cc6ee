/** The names by which the imports probe reports (`src/runtime/python/faultline/probes/imports`). */
import { isFact, type Label } from '../../trace/facts.ts';

export const MODULES = 'modules';
export const BACK_EDGES = 'back edges';
export const STATIC_CYCLES = 'static cycles';

export const STATES = ['absent', 'initialising', 'ready', 'failed', 'removed'] as const;
export type ModuleState = (typeof STATES)[number];

export function stateCalled(name: string): ModuleState {
  return STATES.find((state) => state === name) ?? 'absent';
}

/** The name that a mark says is missing, or null when it is another mark. */
export function missingName({ name }: { readonly name: Label }): string | null {
  return isFact(name, 'missing name') ? name.fields.name : null;
}
