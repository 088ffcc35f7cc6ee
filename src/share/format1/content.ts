/** What a link of format 1 holds beside decisions, as bytes, and back. It is released: nothing here may change. Pure. */
import * as v from 'valibot';
import { ByteReader, ByteWriter, UnreadableBytes } from '../bytes.ts';
import { SharedStateSchema, type SharedState, type SideDigest } from '../state.ts';
import { readDecisions } from './decisions.ts';
import { digest, files, natural, oneOf, text, type Field, type Files } from './fields.ts';

type Schedule = NonNullable<SharedState['schedule']>;

/** A state without its lesson, one value beside the other. */
interface Values extends Omit<Required<Schedule>, 'recorded'> {
  /** the model under which decisions were recorded, which stand elsewhere */
  readonly recorded: Required<Schedule>['model'];
  readonly broken: Files;
  readonly fixed: Files;
  readonly step: number;
  readonly brokenSeen: SideDigest;
  readonly fixedSeen: SideDigest;
  readonly variation: string;
  readonly entry: string;
  readonly pace: NonNullable<SharedState['pace']>;
  readonly playhead: number;
  readonly arrangement: NonNullable<SharedState['arrangement']>;
  readonly part: NonNullable<SharedState['part']>;
}

/** Those that a state has. */
type PresentValues = { readonly [Name in keyof Values]?: Values[Name] | undefined };

const models = oneOf(['cpython314', 'before310', 'free-threaded']);

/** One value of a state, where it stands in the bytes if it is there. */
interface Slot {
  readonly name: keyof Values;
  readonly write: (bytes: ByteWriter, values: PresentValues) => void;
  readonly read: (bytes: ByteReader) => unknown;
}

function slot<Name extends keyof Values>(name: Name, field: Field<Values[Name]>): Slot {
  const write: Slot['write'] = (bytes, values) => {
    const value = values[name];
    if (value !== undefined) field.write(bytes, value);
  };
  return { name, write, read: (bytes) => field.read(bytes) };
}

/** In this order they have a bit each that says whether they are there, and then follow in it. */
const SLOTS: readonly Slot[] = [
  slot('broken', files),
  slot('fixed', files),
  slot('step', natural),
  slot('brokenSeen', digest),
  slot('fixedSeen', digest),
  slot('strategy', oneOf(['realistic', 'round-robin', 'random', 'pct', 'manual', 'replay'])),
  slot('seed', natural),
  slot('model', models),
  slot('recorded', models),
  slot('variation', text),
  slot('entry', text),
  slot('arrangement', oneOf(['lesson', 'present', 'embed', 'lab', 'phone'])),
  slot('playhead', natural),
  slot('pace', oneOf(['real', 'fast'])),
  slot('check', text),
  slot('part', oneOf(['cause', 'diagnosis', 'solution'])),
];

/** All of a state but the id of its lesson and decisions. */
export function writeContent(state: SharedState): Uint8Array {
  const bytes = new ByteWriter();
  const values = valuesOf(state);
  bytes.word(state.version);
  bytes.natural(SLOTS.reduce((bits, { name }, bit) => bits + (values[name] === undefined ? 0 : 2 ** bit), 0));
  for (const { write } of SLOTS) write(bytes, values);
  return bytes.done();
}

/**
 * @param section where decisions stand, if there are any
 * @throws UnreadableBytes for bytes that `writeContent` never makes
 */
export function readContent(content: Uint8Array, section: Uint8Array, lesson: string): SharedState {
  const bytes = new ByteReader(content);
  const version = bytes.word();
  const bits = bytes.natural();
  const values: Partial<Record<keyof Values, unknown>> = {};
  SLOTS.forEach(({ name, read }, bit) => {
    if (Math.floor(bits / 2 ** bit) % 2 === 1) values[name] = read(bytes);
  });
  const { recorded: model } = values;
  const isEnd = bytes.left === 0 && bits < 2 ** SLOTS.length && (model !== undefined || section.length === 0);
  const recorded = model === undefined ? undefined : { model, decisions: readDecisions(section) };
  const state = v.safeParse(SharedStateSchema, stateOf(lesson, version, { ...values, recorded }));
  if (!isEnd || !state.success) throw new UnreadableBytes('they are no state');
  return state.output;
}

function valuesOf({ files: edited, digest: seen, schedule, ...state }: SharedState): PresentValues {
  return {
    ...state,
    ...schedule,
    recorded: schedule?.recorded?.model,
    broken: withSome(edited?.broken),
    fixed: withSome(edited?.fixed),
    brokenSeen: seen?.broken,
    fixedSeen: seen?.fixed,
  };
}

/** No files are as good as none. */
function withSome(edited: Files | undefined): Files | undefined {
  return edited !== undefined && Object.keys(edited).length > 0 ? edited : undefined;
}

/** The state with these values, for the schema to judge. */
function stateOf(lesson: string, version: number, values: Partial<Record<keyof Values, unknown>>): object {
  const { broken, fixed, brokenSeen, fixedSeen, model, strategy, seed, check, recorded, ...others } = values;
  return {
    lesson,
    version,
    ...others,
    ...group('files', { broken, fixed }),
    ...group('schedule', { model, strategy, seed, check, recorded }),
    ...group('digest', { broken: brokenSeen, fixed: fixedSeen }),
  };
}

/** A field with those of its values that are there, if any is. */
function group(name: string, values: Readonly<Record<string, unknown>>): object {
  const there = Object.entries(values).filter(([, value]) => value !== undefined);
  return there.length > 0 ? { [name]: Object.fromEntries(there) } : {};
}
