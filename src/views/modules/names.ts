/** The names by which the imports probe reports (`src/runtime/python/faultline/probes/imports`). */

export const MODULES = 'modules';
export const BACK_EDGES = 'back edges';
export const STATIC_CYCLES = 'static cycles';

/** Why a package is asked for: on behalf of a module inside it. */
const PACKAGE = 'the package of ';
const SO_FAR = 'names so far: ';
const MISSING = 'missing: ';
const NONE = 'none';

export const STATES = ['absent', 'initialising', 'ready', 'failed', 'removed'] as const;
export type ModuleState = (typeof STATES)[number];

export function stateCalled(name: string): ModuleState {
  return STATES.find((state) => state === name) ?? 'absent';
}

/** The names that a mark lists as bound, or null when it is another mark. */
export function namesSoFar(mark: string): readonly string[] | null {
  if (!mark.startsWith(SO_FAR)) return null;
  const names = mark.slice(SO_FAR.length);
  return names === NONE ? [] : names.split(', ');
}

/** The name that a mark says is missing, or null when it is another mark. */
export function missingName(mark: string): string | null {
  return mark.startsWith(MISSING) ? mark.slice(MISSING.length) : null;
}

/** Whether a module was asked for only because it is the package of another. */
export function isForInner(why: string): boolean {
  return why.startsWith(PACKAGE);
}
