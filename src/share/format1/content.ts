/** Format 1: what a link holds as bytes, and back. It is released: another form is another format. Pure. */
import * as v from 'valibot';
import { ByteReader, ByteWriter, UnreadableBytes } from '../bytes.ts';
import { SharedStateSchema, type SharedState, type SideDigest } from '../state.ts';
import { decisions } from './decisions.ts';
import { digest, files, natural, oneOf, text, type Field, type Files } from './fields.ts';

type Schedule = NonNullable<SharedState['schedule']>;
type Recorded = NonNullable<Schedule['recorded']>;

/** A state without its lesson, one value beside the other. */
interface Values extends Pick<Required<Schedule>, 'model' | 'strategy' | 'seed' | 'check' | 'recorded'> {
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

const model = oneOf(['cpython314', 'before310', 'free-threaded']);

const recorded: Field<Recorded> = {
  write: (bytes, value) => {
    model.write(bytes, value.model);
    decisions.write(bytes, value.decisions);
  },
  read: (bytes) => ({ model: model.read(bytes), decisions: [...decisions.read(bytes)] }),
};

/** In this order they have a bit each that says whether they are there, and then follow in it. */
const FIELDS: { readonly [Name in keyof Values]: Field<Values[Name]> } = {
  broken: files,
  fixed: files,
  step: natural,
  brokenSeen: digest,
  fixedSeen: digest,
  strategy: oneOf(['realistic', 'round-robin', 'random', 'pct', 'manual', 'replay']),
  seed: natural,
  model,
  recorded,
  variation: text,
  entry: text,
  arrangement: oneOf(['lesson', 'present', 'embed', 'lab', 'phone']),
  playhead: natural,
  pace: oneOf(['real', 'fast']),
  check: text,
  part: oneOf(['cause', 'diagnosis', 'solution']),
};
const NAMES = Object.keys(FIELDS) as readonly (keyof Values)[];

/** All of a state but the id of its lesson. */
export function writeContent(state: SharedState): Uint8Array {
  const bytes = new ByteWriter();
  const values = valuesOf(state);
  const there = NAMES.filter((name) => values[name] !== undefined);
  bytes.word(state.version);
  bytes.natural(there.reduce((bits, name) => bits + 2 ** NAMES.indexOf(name), 0));
  for (const name of there) write(bytes, name, values);
  return bytes.done();
}

function write<Name extends keyof Values>(bytes: ByteWriter, name: Name, values: Partial<Values>): void {
  const value = values[name];
  if (value !== undefined) FIELDS[name].write(bytes, value);
}

/** Null for bytes that `writeContent` never makes. */
export function readContent(content: Uint8Array, lesson: string): SharedState | null {
  try {
    const bytes = new ByteReader(content);
    const version = bytes.word();
    const bits = bytes.natural();
    const values: Partial<Record<keyof Values, unknown>> = {};
    NAMES.forEach((name, bit) => {
      if (Math.floor(bits / 2 ** bit) % 2 === 1) values[name] = FIELDS[name].read(bytes);
    });
    if (bytes.left > 0 || bits >= 2 ** NAMES.length) return null;
    const state = v.safeParse(SharedStateSchema, stateOf(lesson, version, values));
    return state.success ? state.output : null;
  } catch (error) {
    if (error instanceof UnreadableBytes) return null;
    throw error;
  }
}

function valuesOf({ files: edited, digest: seen, schedule, ...state }: SharedState): Partial<Values> {
  return present({
    ...present(state),
    ...present(schedule ?? {}),
    broken: withSome(edited?.broken),
    fixed: withSome(edited?.fixed),
    brokenSeen: seen?.broken,
    fixedSeen: seen?.fixed,
  });
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

function group(name: string, values: object): object {
  const there = present(values);
  return Object.keys(there).length > 0 ? { [name]: there } : {};
}

/** The fields that have a value. */
function present<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
}
