/** What the page of the Python tests and its workers say to one another. */

/** Texts by path: our Python with its tests, and the runner of tests beside them. */
export type Files = Readonly<Record<string, string>>;

/** To a worker: run the tests of one module, or a program for such a test; and what came of the program it asked for. */
export type Order =
  | { readonly kind: 'tests'; readonly files: Files; readonly module: string }
  | { readonly kind: 'program'; readonly files: Files; readonly request: string }
  | { readonly kind: 'answer'; readonly answer: string };

/** From a worker: a test begins; a test needs a program run, in an interpreter of its own; all is done. */
export type Word =
  | { readonly kind: 'began'; readonly test: string }
  | { readonly kind: 'program'; readonly request: string }
  | { readonly kind: 'ended'; readonly answer: string }
  | { readonly kind: 'died'; readonly reason: string };
