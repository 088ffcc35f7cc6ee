/** Reads import statements out of TypeScript text and follows them. For the architecture test. */
import { posix } from 'node:path';

export interface Import {
  /** the importing file, from the project's folder: `src/app/start.tsx` */
  readonly file: string;
  /** a file likewise, or the name of a package */
  readonly target: string;
  /** nothing of it remains at run time */
  readonly typeOnly: boolean;
}

/** Comments go first, lest one that mentions an import is taken for it. Strings keep their `//`. */
const COMMENT = /(["'])(?:\\.|(?!\1)[^\\\n])*\1|`(?:\\.|[^\\`])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

const FORMS: readonly { readonly pattern: RegExp; readonly typeOnly: (statement: string) => boolean }[] = [
  // import x from 'y' · import type {x} from 'y' · export * from 'y'
  {
    pattern: /^[ \t]*(?:import|export)\b[^'"`;=()]*?\bfrom\s*(['"])([^'"]+)\1/gm,
    typeOnly: (statement) => /^\s*(?:import|export)\s+type\b/.test(statement),
  },
  // import 'y'
  { pattern: /^[ \t]*import\s*(['"])([^'"]+)\1/gm, typeOnly: () => false },
  // import('y'), at run time or as a type
  { pattern: /\bimport\(\s*(['"])([^'"]+)\1/g, typeOnly: () => false },
  // new URL('y', import.meta.url), how workers are named
  { pattern: /\bnew URL\(\s*(['"])([^'"]+)\1\s*,\s*import\.meta\.url/g, typeOnly: () => false },
];

/** Every import of one file, in no particular order. Queries such as `?raw` are cut off. */
export function importsOf(file: string, text: string): Import[] {
  const bare = text.replace(COMMENT, (found) => (found.startsWith('/') ? '' : found));
  return FORMS.flatMap(({ pattern, typeOnly }) =>
    [...bare.matchAll(pattern)].map((match) => ({
      file,
      target: resolve(file, (match[2] ?? '').replace(/\?.*$/, '')),
      typeOnly: typeOnly(match[0]),
    })),
  );
}

function resolve(file: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
}

/** The files that run when `start` runs, itself among them. */
export function reachableFrom(start: string, imports: readonly Import[]): ReadonlySet<string> {
  const reached = new Set([start]);
  // A set that grows while it is walked hands out what was added.
  for (const file of reached) {
    for (const one of imports) if (one.file === file && !one.typeOnly) reached.add(one.target);
  }
  return reached;
}

/** Each circle of imports once, written `a -> b -> a`. */
export function cyclesOf(imports: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { file, target } of imports) targets.set(file, [...(targets.get(file) ?? []), target]);
  const finished = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at !== -1) cycles.push([...path.slice(at), file].join(' -> '));
    if (at !== -1 || finished.has(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...path, file]);
    finished.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return cycles;
}
