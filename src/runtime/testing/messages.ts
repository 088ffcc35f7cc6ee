/** What the page of the Python tests and its workers say to one another. */

/** Texts of files of the repository, by their paths there. */
export type Files = Readonly<Record<string, string>>;

/**
 * To a worker: first of all what it can read; then run the tests of a module, one module after another, or a single
 * program for such a test. And what came of a program it asked for.
 */
export type Order =
  | { readonly kind: 'files'; readonly files: Files }
  | { readonly kind: 'tests'; readonly module: string }
  | { readonly kind: 'program'; readonly request: string }
  | { readonly kind: 'answer'; readonly answer: string };

/** From a worker: a test begins; a test needs a program run, in an interpreter of its own; what was ordered is done. */
export type Word =
  | { readonly kind: 'began'; readonly test: string }
  | { readonly kind: 'program'; readonly request: string }
  | { readonly kind: 'ended'; readonly answer: string }
  | { readonly kind: 'died'; readonly reason: string };
