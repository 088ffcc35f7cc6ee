/** A small good lesson folder, for tests to spoil in one place at a time. */
import { readLesson, type LessonFolder } from '../lesson/read.ts';
import { writeProblem } from '../lesson/problem.ts';

export const FRONT_MATTER = `title: Two waits
short: waits
summary: Two waits, one after the other or together.
probes: [tasks]
views: [timeline]
highlight:
  broken: ["main.py:1-2"]
measures:
  - id: elapsed
    label: elapsed
    unit: seconds
    read: { of: elapsed }
    expect: { broken: ">= 2" }
  - id: peak
    label: together at most
    read: { of: gauge, track: in flight, take: peak }
    expect: { broken: "== 1", fixed: "== 2" }
verdict:
  compare: elapsed
  fixedBetter: "Fixed finished {ratio} times sooner"
  brokenBetter: "Broken finished {ratio} times sooner"
  same: "No clear difference: {broken.elapsed} and {fixed.elapsed}"
  because:
    measure: peak
    fixed: more
    words: "{fixed.peak} waits overlapped instead of {broken.peak}"
`;

export const BODY = `
## First step

Some *prose* with \`code\` and a [link](https://docs.python.org/3/).

- one
- two

## Second step

\`\`\`python
print(1)
\`\`\`

### Question

How long?

- [x] Two seconds

  Because they queue.

- [ ] One second
`;

/** The folder with other text in place of its own; `files` are added, or taken away where they are null. */
export function exampleFolder({
  name = '7-waits',
  frontMatter = FRONT_MATTER,
  body = BODY,
  files = {},
}: {
  readonly name?: string;
  readonly frontMatter?: string;
  readonly body?: string;
  readonly files?: Readonly<Record<string, string | null>>;
} = {}): LessonFolder {
  const all = {
    'lesson.md': `---\n${frontMatter}---\n${body}`,
    'broken/main.py': 'import time\ntime.sleep(2)\n',
    'fixed/main.py': 'import time\ntime.sleep(1)\n',
    ...files,
  };
  const kept = Object.entries(all).flatMap(([path, text]) => (text === null ? [] : [[path, text] as const]));
  return { name, files: Object.fromEntries(kept) };
}

/** The problems that reading such a folder reports, as an author sees them. */
export function problemsOf(changes: Parameters<typeof exampleFolder>[0]): string[] {
  const read = readLesson(exampleFolder(changes));
  return read.ok ? [] : read.error.map(writeProblem);
}
