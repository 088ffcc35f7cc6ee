/** The words of what can be taken away of a lesson: the README of the programs, and the text for a page or a message. */

/** What of a lesson makes a difference on another machine. */
export interface Elsewhere {
  readonly title: string;
  /** what runs each side, seen from its folder, with this interpreter */
  readonly command: (python: string) => string;
  /** the names of the sides' folders with what they are called */
  readonly sides: readonly { readonly folder: string; readonly name: string }[];
  readonly packages: readonly string[];
  readonly hasThreads: boolean;
  readonly isScheduled: boolean;
  readonly measuresMemory: boolean;
}

const PYTHON = 'python3.14';
const FREE_THREADED = 'python3.14t';

const indented = (line: string) => `    ${line}`;

function howToRun({ sides, packages, command }: Elsewhere): string[] {
  const [first] = sides;
  return [
    sides
      .map(({ folder, name }) => `The folder \`${folder}\` has the program that the page calls “${name}”.`)
      .join(' '),
    ...(packages.length === 0
      ? []
      : ['They need packages:', indented(`${PYTHON} -m pip install ${packages.join(' ')}`)]),
    'With CPython 3.14:',
    [`cd ${first?.folder ?? '.'}`, command(PYTHON)].map(indented).join('\n'),
    'With the free-threaded build of it, CPython 3.14t, which has no global interpreter lock:',
    indented(command(FREE_THREADED)),
    'Whether the lock is really off there (a module may have switched it on again) is told by:',
    indented(`${FREE_THREADED} -c "import sys; print(sys._is_gil_enabled())"`),
  ];
}

function whatDiffers({ hasThreads, isScheduled, measuresMemory }: Elsewhere): string[] {
  return [
    ...(isScheduled
      ? [
          'Who goes on when is up to your machine, and is another matter in each run. The page chooses it by a schedule that can be repeated. What fails in every run on the page may fail here once in a million runs, or never; not to have seen it fail proves nothing.',
          'The clock is a real one. On the page it is virtual: waits are skipped, and a step of computing takes the same time on every machine. Timings cannot be compared.',
        ]
      : [
          'Times are those of your machine. The page runs Python as WebAssembly in a browser, where computing takes longer; a wait takes as long as it does here, unless “Fast forward” was on.',
        ]),
    ...(hasThreads
      ? [
          'On 3.14 the lock lets one thread run at a time, and it changes hands only at certain points, such as a call or the next turn of a loop. On 3.14t threads run at the same time on several cores, so more orders are possible.',
        ]
      : ['These programs start no threads, so they do the same on 3.14t.']),
    ...(measuresMemory
      ? [
          'Sizes in bytes are others: the page’s Python is a 32-bit one, where a reference takes 4 bytes and not 8.',
        ]
      : []),
    'The figures and pictures of the page come from probes that watch the program from outside. Here only what it prints is to be seen.',
  ];
}

export const takeAway = {
  readme: (about: Elsewhere) =>
    [
      `# ${about.title}`,
      'Two programs of a lesson of Faultline, as you had them before you.',
      '## How to run them',
      ...howToRun(about),
      '## What differs from the page',
      whatDiffers(about)
        .map((sentence) => `- ${sentence}`)
        .join('\n'),
    ].join('\n\n') + '\n',
  notRun: 'It has not been run.',
  running: 'It is still running.',
  came: (name: string, how: string) => `${name} ${how}.`,
  beforeEdit: 'This is what came of it before its last edit.',
  printed: 'It printed:',
  printedNothing: 'It printed nothing.',
  figure: (label: string, value: string) => `${label}: ${value}`,
  begins: (entry: string) => `Both begin with ${entry}.`,
  outputLeftOut: (characters: string) => `… (${characters} characters in all)`,
};
