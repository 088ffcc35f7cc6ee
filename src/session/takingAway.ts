/** What can be taken away of a lesson as it is before somebody: archive, Markdown, traces. Pure. */
import { formatCount } from '../base/format.ts';
import { moduleOfEntry } from '../base/entry.ts';
import { isPublished, SIDES, type Lesson, type SideName } from '../lesson/schema.ts';
import { labelWords, takeAway } from '../messages/en.ts';
import { archiveOf } from '../share/archive.ts';
import { chromeTraceOf, type ChromeTrace } from '../share/chromeTrace.ts';
import { codeBlock, inlineCode, plainWords } from '../share/markdown.ts';
import { writeTraceFile } from '../share/traceFile.ts';
import type { TracedRun } from '../share/tracedRun.ts';
import type { Run, Runs } from '../store/runs.ts';
import type { Workspace } from '../store/workspace.ts';
import { readMeasure, isReported, writeFigure } from '../trace/measure.ts';
import { howEnded } from './howEnded.ts';
import { outcomeOf } from './outcome.ts';
import { sideName } from './sideName.ts';

const words = takeAway;
/** Of what a program printed, in characters: a message is no place for more. */
const MOST_OUTPUT = 4000;

/** What a program that starts threads names. */
const THREADS = /\b(?:threading|_thread|ThreadPoolExecutor|to_thread|run_in_executor)\b/;

export type Taken = Pick<Workspace, 'lesson' | 'files' | 'entry' | 'runs'>;
type Ended = Extract<Run, { phase: 'ended' }>;

/** What files of a lesson are called, without what they end in. */
export function fileNameOf({ id }: Lesson): string {
  return `faultline-${id.replace('.', '-')}`;
}

/** Both programs and how to run them elsewhere, as a zip archive. */
export function programArchive({ lesson, files, entry }: Taken): Uint8Array {
  const readme = words.readme({
    title: lesson.title,
    command: (python) => commandOf(python, entry),
    sides: SIDES.map((side) => ({ folder: side, name: sideName(lesson, side) })),
    packages: lesson.packages,
    hasThreads: SIDES.some((side) => Object.values(files[side]).some((text) => THREADS.test(text))),
    isScheduled: lesson.schedule !== undefined,
    measuresMemory: lesson.probes.includes('memory'),
  });
  const programs = SIDES.flatMap((side) =>
    Object.entries(files[side]).map(([path, text]) => [`${side}/${path}`, text] as const),
  );
  return archiveOf(fileNameOf(lesson), { 'README.md': readme, ...Object.fromEntries(programs) });
}

/** What runs a program that begins so, from its folder. */
function commandOf(python: string, entry: string): string {
  const module = moduleOfEntry(entry);
  if (module === null) return `${python} ${entry}`;
  return entry.startsWith('python -m') ? `${python} -m ${module}` : `${python} -c "import ${module}"`;
}

/** Both programs and what came out, to be pasted where Markdown is read. @param link of the same; null for none */
export function markdownOf(taken: Taken, link: string | null): string {
  const { lesson, entry, runs, files } = taken;
  const bothRan = SIDES.every((side) => runs[side].phase === 'ended');
  return [
    `# ${plainWords(lesson.title)}`,
    ...(link === null ? [] : [`<${link}>`]),
    ...(moduleOfEntry(entry) === null ? [] : [words.begins(inlineCode(entry))]),
    ...SIDES.flatMap((side) => sideInMarkdown(taken, side)),
    ...(bothRan ? [plainWords(outcomeOf(lesson, runs, files).title)] : []),
  ]
    .join('\n\n')
    .concat('\n');
}

function sideInMarkdown({ lesson, files, runs }: Taken, side: SideName): string[] {
  const name = sideName(lesson, side);
  const programs = Object.entries(files[side]).flatMap(([path, text]) => [
    inlineCode(path),
    codeBlock(text, 'python'),
  ]);
  return [`## ${plainWords(name)}`, ...programs, ...whatCame(lesson, name, runs[side], files[side])];
}

function whatCame(lesson: Lesson, name: string, run: Run, files: Readonly<Record<string, string>>): string[] {
  if (run.phase === 'idle') return [words.notRun];
  if (run.phase !== 'ended') return [words.running];
  const isEdited = Object.entries(files).some(([path, text]) => run.program.files[path] !== text);
  const output = run.trace.picture.prints.map(({ text }) => text).join('');
  const figures = figuresOf(lesson, run);
  return [
    `**${plainWords(words.came(name, howEnded(run.end.ending)))}**${isEdited ? ` ${words.beforeEdit}` : ''}`,
    ...(figures.length === 0 ? [] : [figures.map((figure) => `- ${plainWords(figure)}`).join('\n')]),
    ...(output === '' ? [words.printedNothing] : [words.printed, codeBlock(shown(output), 'text')]),
  ];
}

function figuresOf(lesson: Lesson, { trace, end }: Ended): string[] {
  return lesson.measures
    .filter(({ read }) => isReported(read, trace.picture))
    .map((measure) => {
      const value = readMeasure(measure.read, trace.picture, end.time);
      return words.figure(measure.label, writeFigure(measure, value));
    });
}

function shown(output: string): string {
  if (output.length <= MOST_OUTPUT) return output;
  return `${output.slice(0, MOST_OUTPUT)}\n${words.outputLeftOut(formatCount(output.length))}`;
}

/** The runs that have ended, as a file of our own; null where none has. */
export function traceFileOf({ lesson, runs }: Taken, now: number = Date.now()): string | null {
  const broken = tracedRun(runs.broken);
  const fixed = tracedRun(runs.fixed);
  if (broken === null && fixed === null) return null;
  return writeTraceFile({
    ...(isPublished(lesson) ? { lesson: lesson.within, part: lesson.part } : { lesson: lesson.id }),
    saved: new Date(savedAt(runs, now)).toISOString(),
    ...(broken === null ? {} : { broken }),
    ...(fixed === null ? {} : { fixed }),
  });
}

/** What comes from a file, or from an earlier visit, is no younger for being saved again. */
function savedAt(runs: Runs, now: number): number {
  const times = SIDES.flatMap((side) => {
    const run = runs[side];
    return run.phase === 'ended' ? [run.kept?.at ?? now] : [];
  });
  return Math.max(...times);
}

function tracedRun(run: Run): TracedRun | null {
  if (run.phase !== 'ended') return null;
  const { program, pace, schedule, trace, end } = run;
  return { program, pace, schedule, trace, ending: end.ending, time: end.time, scheduled: end.scheduled };
}

/** The runs that have ended, as Perfetto and Chrome's tracing page open them; null where none has. */
export function chromeTraceOfRuns({ lesson, runs }: Taken): ChromeTrace | null {
  const sides = SIDES.flatMap((side) => {
    const run = runs[side];
    if (run.phase !== 'ended') return [];
    return [{ name: sideName(lesson, side), picture: run.trace.picture, end: run.end.time }];
  });
  if (sides.length === 0) return null;
  return chromeTraceOf(sides, labelWords, { lesson: lesson.title, madeBy: 'Faultline' });
}
