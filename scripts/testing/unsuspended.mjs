// Which contract tests run once more as in a browser that cannot suspend Python, and which do not, and why.

/** The specs that run both ways; the lessons are run without suspension by `unsuspended.spec.ts`. */
export const BOTH_WAYS = [
  'asyncio-loops',
  'pools-ends',
  'pools-lesson',
  'pools-odd',
  'rehearsal',
  'threads-deadlock',
  'threads-determinism',
  'threads-ends',
  'threads-transparency',
  'threads-frames',
  'threads-probe',
  'threads-repeats',
  'threads-stop',
].map((name) => `e2e/contract/${name}.spec.ts`);

const COUNTS =
  'It counts what happens at each instruction; rewritten code has points for statements and calls alone. ';
const SEARCHES =
  'A search without suspension does not know what threads share, so it leaves nothing out and its sums are others. ' +
  'threads-determinism.spec.ts asserts that each kind of search finds failures, and the same ones again.';

/** What of threads and pools runs with suspension only: why, and which test asserts what holds without. */
export const ONE_WAY = {
  'e2e/contract/threads-models.spec.ts': `${COUNTS}unsuspended.spec.ts asserts what who steps by hand reads instead.`,
  'e2e/contract/threads-search-freed.spec.ts': SEARCHES,
  'e2e/contract/threads-search-places.spec.ts': SEARCHES,
  'e2e/contract/threads-search-spins.spec.ts': SEARCHES,
  'e2e/contract/threads-search.spec.ts': SEARCHES,
  'e2e/contract/threads-search-sharing.spec.ts': `${COUNTS}unsuspended.spec.ts asserts what the lessons show.`,
  'e2e/contract/threads-conformance.spec.ts': `${COUNTS}unsuspended.spec.ts asserts how every version of the lesson ends.`,
  'e2e/contract/threads-watching.spec.ts': `${COUNTS}unsuspended.spec.ts asserts the measures of the lessons.`,
};
