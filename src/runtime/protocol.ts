/**
 * What the page, the runner frame and a worker say to one another: types and schemas, no behaviour. A schema stands where
 * the page checks what comes out of the frame; what goes into it needs none, since the page is trusted there.
 */
import * as v from 'valibot';
import { labelOf } from '../trace/facts.ts';
import { canBegin } from '../base/entry.ts';
import { FILE_PATH } from '../base/filePath.ts';
import { countedItems, countedList } from './counted.ts';
import {
  type Choice,
  QuestionSchema,
  type Schedule,
  ScheduleSchema,
  ScheduledSchema,
  SearchPlanSchema,
  SearchReportSchema,
} from './schedule.ts';
import type { ImageFile } from './boot/image.ts';
import type { SparseBytes } from './worker/sparse-bytes.ts';

/** A program: its files by path, and its entry: the file run as `__main__`, or how else it begins. */
export const ProgramSchema = v.pipe(
  v.object({
    files: v.record(v.pipe(v.string(), v.regex(FILE_PATH)), v.string()),
    entry: v.string(),
    /** what follows the entry in `sys.argv` */
    args: v.exactOptional(v.array(v.string())),
  }),
  v.check(({ files, entry }) => canBegin(entry, files), 'the entry is not one of the files'),
  v.check(({ files }) => {
    const paths = Object.keys(files);
    return paths.every((path) => paths.every((other) => !other.startsWith(`${path}/`)));
  }, 'a file has the name of a folder'),
);
export type Program = v.InferOutput<typeof ProgramSchema>;

/** `real`: waits take their time. `fast`: waits are skipped on a virtual clock, and labelled so. */
export const PACES = ['real', 'fast'] as const;
export type Pace = (typeof PACES)[number];

/** Where a run is cut short, with words that say so. */
export const LimitsSchema = v.object({
  /** of so many events half are reported one by one, before all kinds are sampled; and a quarter as many lanes are drawn */
  events: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** characters of output kept of one run */
  outputChars: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type Limits = v.InferOutput<typeof LimitsSchema>;

export const DEFAULT_LIMITS: Limits = { events: 400_000, outputChars: 250_000 };

export const RunRequestSchema = v.object({
  program: ProgramSchema,
  probes: v.array(v.string()),
  /** Python packages that the program may import beside the standard library; unknown ones are left out */
  packages: v.optional(v.array(v.string()), []),
  pace: v.picklist(PACES),
  limits: LimitsSchema,
  /** null: threads take turns only where they wait, on the clock of the pace; else the clock is virtual */
  schedule: v.optional(v.nullable(ScheduleSchema), null),
  /** needs a schedule, whose strategy is then not used */
  search: v.optional(v.nullable(SearchPlanSchema), null),
});
export type RunRequest = v.InferOutput<typeof RunRequestSchema>;

/**
 * What the page accepts of a list or a text; Python cuts its own to less (`entry.py`). What they may come to in all is
 * counted before a schema looks at anything (`host/oversize.ts`).
 */
const LONGEST_TEXT = 1_000_000;
const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
/** A name or code, or a fact. */
const label = v.pipe(
  text,
  v.transform((value) => labelOf(value)),
);
const texts = countedItems<string>(
  (item) => typeof item === 'string' && item.length <= LONGEST_TEXT,
  100_000,
);
const items = <Item extends v.GenericSchema>(item: Item) => countedList(item, 1000);

/** The number of a line, as a record on the wire can hold it. */
const line = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 31 - 1));
/** What a shell sees of an exit status. */
const status = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255));
/** A cap that a run may have. */
const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER));

/** One line of a traceback. `own` is true for the person's files, false for the standard library's. */
export const FrameSchema = v.object({
  file: text,
  line: v.nullable(line),
  function: text,
  source: text,
  own: v.boolean(),
});
export type TracebackFrame = v.InferOutput<typeof FrameSchema>;

/**
 * What a browser lacks: `what` is a key of `messages.errors.hints.absent`, `name` what the program asked for, as it
 * called it.
 */
export const AbsentSchema = v.object({ what: text, name: text });

/** One exception: what it is and where it came from, outermost frame first; and what a browser lacks for it. */
export const FailureSchema = v.object({
  type: text,
  message: text,
  frames: items(FrameSchema),
  absent: v.optional(v.nullable(AbsentSchema), null),
});
export type Failure = v.InferOutput<typeof FailureSchema>;

/** An uncaught exception; `inner` are those inside an exception group, `traceback` is CPython's own rendering. */
export const RaisedSchema = v.object({
  ...FailureSchema.entries,
  inner: items(FailureSchema),
  traceback: text,
});
export type Raised = v.InferOutput<typeof RaisedSchema>;

/** How a run ended. */
export const EndingSchema = v.variant('kind', [
  /** the program ran to its end (or exited with status 0) */
  v.object({ kind: v.literal('finished') }),
  /**
   * `SystemExit` with another status; `status` is what the shell would see. `by` is what has ended the program at once
   * instead: `os._exit`, or the name of a signal
   */
  v.object({ kind: v.literal('exited'), status, message: text, by: v.optional(text) }),
  /** an exception that nobody caught, a syntax error among them */
  v.object({ kind: v.literal('raised'), error: RaisedSchema }),
  /** the person pressed Stop */
  v.object({ kind: v.literal('stopped') }),
  /**
   * everything waits and nothing can ever wake it; `waits` says who waits for what, `cycle` is the part of it that
   * goes round in a circle, if any does
   */
  v.object({ kind: v.literal('stuck'), waits: items(label), cycle: v.optional(items(label), []) }),
  /** a browser that cannot suspend Python cannot go on with these threads; `frames` say where one stood */
  v.object({ kind: v.literal('unable'), why: label, frames: items(FrameSchema) }),
  /** the run reported more than the cap allows: events, characters printed, or characters of all its names */
  v.object({
    kind: v.literal('capped'),
    what: v.picklist(['lanes', 'output', 'events', 'text']),
    limit,
  }),
  /**
   * the run cannot go on: the `interpreter` itself died, its `memory` ended, our own code is at `fault`, or a `report`
   * of the worker's does not hold
   */
  v.object({
    kind: v.literal('crashed'),
    cause: v.picklist(['interpreter', 'memory', 'fault', 'report']),
    reason: text,
  }),
]);
export type Ending = v.InferOutput<typeof EndingSchema>;

/**
 * Something of ours that failed in a run that went on without it. `part` is the name of a probe, or `afterwards` for
 * what is done when the program is over; `report` says where, for us to read.
 */
export const FaultSchema = v.object({ part: text, report: text });
export type Fault = v.InferOutput<typeof FaultSchema>;

/** What a worker can do, found out when it boots. */
export const AbilitiesSchema = v.object({
  /** e.g. `3.14.2` */
  python: text,
  /** true where programs run on stacks that can be suspended (JavaScript Promise Integration) */
  suspends: v.boolean(),
});
export type Abilities = v.InferOutput<typeof AbilitiesSchema>;

/** Microseconds that a run can have taken; what JavaScript still counts exactly. */
const duration = v.pipe(v.number(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

/** From a worker to the page, over the worker's own port. */
export const WorkerMessageSchema = v.variant('kind', [
  v.object({ kind: v.literal('ready'), abilities: AbilitiesSchema }),
  v.object({ kind: v.literal('unfit'), reason: text }),
  v.object({ kind: v.literal('started') }),
  /** how far a search has come */
  v.object({ kind: v.literal('searched'), report: SearchReportSchema }),
  /** manual stepping: waits for a choice */
  v.object({ kind: v.literal('asked'), question: QuestionSchema }),
  v.object({ kind: v.literal('batch'), records: v.instance(Int32Array), strings: texts }),
  v.object({
    kind: v.literal('ended'),
    ending: EndingSchema,
    /** run clock at the end, microseconds */
    time: duration,
    /** real time the run took, microseconds */
    wall: duration,
    /** null for a run without a schedule */
    scheduled: v.optional(v.nullable(ScheduledSchema), null),
    /** what failed of ours without ending the run */
    faults: v.optional(items(FaultSchema), []),
  }),
]);
export type WorkerMessage = v.InferOutput<typeof WorkerMessageSchema>;

/** A package as a worker gets it: a zip of compiled modules. */
export interface PackageArchive {
  readonly name: string;
  readonly archive: ArrayBuffer;
}

/** What a worker rehearses: probes, and the model of a schedule where there is one. */
export interface RehearsalPlan {
  readonly probes: readonly string[];
  readonly model: Schedule['model'] | null;
}

/** From the page to a worker, over the worker's own port. */
export type WorkerOrder =
  | {
      readonly kind: 'run';
      readonly request: RunRequest;
      readonly archives: readonly PackageArchive[];
    }
  | { readonly kind: 'rehearse'; readonly plan: RehearsalPlan }
  | { readonly kind: 'choose'; readonly choice: Choice }
  | { readonly kind: 'stop' };

/** The one message the page sends to the frame's window, with the port for all that follows. */
export interface FrameStart {
  readonly kind: 'faultline-open';
  /** whether a memory for workers to begin with is among the files */
  readonly shipsMemory: boolean;
  readonly lock: string;
  /** JavaScript source of the worker, a classic script */
  readonly worker: string;
}

/** To the frame, from the worker that downloads. After `whole` no more files of the image come. */
export type FileMessage =
  | { readonly kind: 'file'; readonly name: ImageFile | 'parked'; readonly content: ArrayBuffer }
  | { readonly kind: 'whole' };

/**
 * From the page to the frame. `files` comes with a port that files of the image come by, `spawn` with the new worker's own
 * port; with `parked` the worker begins with a memory in which a package is imported.
 */
export type FrameOrder =
  | { readonly kind: 'files' }
  | {
      readonly kind: 'spawn';
      readonly worker: number;
      readonly maySuspend: boolean;
      readonly parked: boolean;
    }
  | { readonly kind: 'stop'; readonly worker: number }
  | { readonly kind: 'discard'; readonly worker: number };

const frameReason = v.pipe(v.string(), v.maxLength(10_000));

/** From the frame to the page; `open` when the whole image is here, compiled. */
export const FrameMessageSchema = v.variant('kind', [
  v.object({ kind: v.literal('open') }),
  v.object({ kind: v.literal('broken'), reason: frameReason }),
  v.object({ kind: v.literal('lost'), worker: v.number(), reason: frameReason }),
]);
export type FrameMessage = v.InferOutput<typeof FrameMessageSchema>;

/**
 * What the frame hands to a new worker, with the worker's port to the page and a second one, to the frame. The parts of
 * the image follow.
 */
export interface WorkerStart {
  readonly kind: 'start';
  readonly lock: string;
  /** a blob URL that exists for as long as nobody pressed Stop */
  readonly stopUrl: string;
  /** false: behave as in a browser that cannot suspend WebAssembly */
  readonly maySuspend: boolean;
  readonly memory: StartMemory;
}

/** Where Python's memory is to come from. */
export type StartMemory =
  | { readonly kind: 'fresh' }
  /** made anew, and a snapshot of it is handed out */
  | { readonly kind: 'keep' }
  | { readonly kind: 'restore'; readonly snapshot: SparseBytes }
  /** made by the build: a part of the image; with `parked` and what a package adds to it */
  | { readonly kind: 'shipped'; readonly parked: boolean };

/**
 * From a worker to the frame, once: what became of its memory. With `spoiled`, from a worker that could not begin with a
 * snapshot, comes its port to the page.
 */
export type MemoryMessage =
  | { readonly kind: 'kept'; readonly snapshot: SparseBytes }
  | { readonly kind: 'not kept' }
  | { readonly kind: 'spoiled' };
