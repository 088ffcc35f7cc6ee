/** Facts: what a probe says of something, as fields and not as a sentence. What they are in words stands in messages. */

/** Stands before the kind and before each field; between facts that a fact is made of; for a field without a value. */
const SEPARATOR = '\u001F';
const BETWEEN = '\u001E';
const NOTHING = '\u0000';

/** What a field holds: one of the words of a list, or one of these. `labels` come last. */
type Field = 'text' | 'text?' | 'number' | 'number?' | 'texts' | 'label' | 'labels' | readonly string[];

/** Who cancels tasks. */
export const CANCELLERS = [
  'task',
  'program',
  'itself',
  'unasked',
  'waiter',
  'timeout',
  'task group',
  'callback',
  'run over',
  'runner closed',
  'asyncio',
] as const;

/**
 * Every kind of fact with its fields, in the order in which they cross
 * (`src/runtime/python/faultline/report/facts.py` and `holder_facts.py` hold the same list, and a test compares the two).
 */
export const FACTS = {
  read: { variable: 'text', value: 'text?' },
  wrote: { variable: 'text', value: 'text?' },
  'value is': { value: 'text' },
  'stale check': { variable: 'text', thread: 'text', other: 'text', seen: 'text?', written: 'text?' },
  'lost update': {
    variable: 'text',
    thread: 'text',
    left: ['switched out', 'slept', 'waited'],
    other: 'text',
    seen: 'text?',
    overwritten: 'text?',
    written: 'text?',
  },
  'half-done read': {
    variable: 'text',
    thread: 'text',
    reader: 'text',
    new: 'text?',
    second: 'text',
    old: 'text?',
    written: 'text?',
  },
  lock: { name: 'text?', holder: 'text?' },
  'own lock': { name: 'text?' },
  'end of thread': { thread: 'text' },
  'end of threads': {},
  'event loop': {},
  signal: {},
  'file ready': {},
  future: {},
  call: { function: 'text', of: 'text?' },
  waits: { who: 'text', file: 'text?', line: 'number?', what: 'label' },
  deadlock: { waiting: 'labels' },
  stuck: { waiting: 'labels' },
  'loop held': {},
  cancelled: { by: CANCELLERS, task: 'text?' },
  'package of': { module: 'text' },
  'import at run time': {},
  'body failed': {},
  'removed by program': {},
  'kept though failed': {},
  'names so far': { names: 'texts' },
  'missing name': { name: 'text' },
  'syntax error': {},
  'static cycle': { modules: 'texts' },
  'back edge': {
    asker: 'text',
    module: 'text',
    name: 'text?',
    asked: ['imported', 'used'],
    line: 'number?',
    waits_for: 'text?',
    bound: 'number?',
  },
  growth: { blocks: 'number' },
  freed: { objects: 'number' },
  'late garbage': { label: 'text', objects: 'number' },
  'program ended': {},
  'brought back': { connections: 'number' },
  finished: {},
  stopped: {},
  'too long': {},
  'check is': { holds: ['True', 'False'] },
  'check raised': { error: 'text', message: 'text' },
  'check unreadable': { message: 'text' },
  rewritten: { points: ['calls', 'statements'] },
  'cannot return': { thread: 'text' },
  'too deep': {},
  'nobody to ask': {},
  container: { kind: 'text', name: 'text?' },
  instance: { kind: 'text', attribute: 'text?' },
  exception: { kind: 'text', attribute: 'text?' },
  function: { name: 'text', variable: 'text?' },
  'bound method': { name: 'text' },
  'lru cache': { function: 'text' },
  frame: { function: 'text' },
  'suspended call': { function: 'text' },
  traceback: {},
  'class object': { name: 'text' },
  global: { name: 'text', module: 'text?' },
  local: { name: 'text', function: 'text' },
  'exit function': {},
  'no name': {},
  'not followed': {},
  'in a row': { count: 'number' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Field>>>>;

interface Values {
  readonly text: string;
  readonly 'text?': string | null;
  readonly number: number;
  readonly 'number?': number | null;
  readonly texts: readonly string[];
  readonly label: Label;
  readonly labels: readonly Label[];
}

type ValueOf<F extends Field> = F extends keyof Values
  ? Values[F]
  : F extends readonly (infer Word)[]
    ? Word
    : never;

export type FactKind = keyof typeof FACTS;

/** The fields of one kind of fact. */
export type FieldsOf<K extends FactKind> = {
  readonly [F in keyof (typeof FACTS)[K]]: (typeof FACTS)[K][F] extends Field
    ? ValueOf<(typeof FACTS)[K][F]>
    : never;
};

/** One fact; `fact` is its kind. */
export type Fact = { readonly [K in FactKind]: { readonly fact: K; readonly fields: FieldsOf<K> } }[FactKind];

/** What a probe writes where names stand: a name or code as it is, or a fact. */
export type Label = string | Fact;

/** Whether a label is a fact, of a kind if one is given. */
export function isFact(label: Label | null): label is Fact;
export function isFact<K extends FactKind>(label: Label | null, kind: K): label is Extract<Fact, { fact: K }>;
export function isFact(label: Label | null, kind?: FactKind): boolean {
  return label !== null && typeof label === 'object' && (kind === undefined || label.fact === kind);
}

/** Whether a value of any kind is a fact. */
export function isLabelFact(value: unknown): value is Fact {
  if (typeof value !== 'object' || value === null || !('fact' in value) || !('fields' in value)) return false;
  return typeof value.fact === 'string' && isKind(value.fact);
}

/**
 * The label that a text from the interpreter is. Text that begins like a fact and is none, which only a program can have
 * made, stays a text, with its separators shown.
 */
export function labelOf(text: string, shorten: (text: string) => string = (same) => same): Label {
  if (!text.startsWith(SEPARATOR)) return shorten(text);
  const [kind = '', ...parts] = text.slice(1).split(SEPARATOR);
  const made = { fact: kind, fields: isKind(kind) ? fieldsOf(FACTS[kind], parts, shorten) : null };
  return isRead(made) ? made : shorten(shown(text));
}

/** The text that a label crosses as: `labelOf` makes the label of it again. */
export function textOfLabel(label: Label): string {
  if (typeof label === 'string') return label;
  const parts = Object.entries(FACTS[label.fact]).flatMap(([name, field]) =>
    partsOf(field, Reflect.get(label.fields, name)),
  );
  return [`${SEPARATOR}${label.fact}`, ...parts].join(SEPARATOR);
}

function partsOf(field: Field, value: unknown): string[] {
  if (value === null) return [NOTHING];
  if (!Array.isArray(value)) return [textOfValue(value)];
  const texts = value.map(textOfValue);
  return field === 'labels' ? [texts.join(BETWEEN)] : texts;
}

function textOfValue(value: unknown): string {
  return isLabelFact(value) ? textOfLabel(value) : String(value);
}

/** The fields have just been read by the table that the type is made of. */
function isRead(made: { readonly fact: string; readonly fields: object | null }): made is Fact {
  return made.fields !== null;
}

function isKind(kind: string): kind is FactKind {
  return Object.hasOwn(FACTS, kind);
}

function fieldsOf(
  table: Readonly<Record<string, Field>>,
  parts: readonly string[],
  shorten: (text: string) => string,
): Record<string, unknown> | null {
  const fields: Record<string, unknown> = {};
  let at = 0;
  for (const [name, field] of Object.entries(table)) {
    const takesRest = field === 'texts' || field === 'label' || field === 'labels';
    const value = valueOf(field, takesRest ? parts.slice(at) : parts.slice(at, at + 1), shorten);
    if (value === undefined) return null;
    fields[name] = value;
    at = takesRest ? parts.length : at + 1;
  }
  return at >= parts.length ? fields : null;
}

/** What a field comes to; undefined where the text is nothing that it may be. */
function valueOf(field: Field, parts: readonly string[], shorten: (text: string) => string): unknown {
  const rest = parts.join(SEPARATOR);
  if (field === 'texts') return parts.map(shorten);
  if (field === 'label') return labelOf(rest, shorten);
  if (field === 'labels') return rest === '' ? [] : rest.split(BETWEEN).map((one) => labelOf(one, shorten));
  // Last fields without a value are left out.
  if (parts.length === 0) return optional(field) ? null : undefined;
  if (typeof field !== 'string') return field.includes(rest) ? rest : undefined;
  if (rest === NOTHING) return optional(field) ? null : undefined;
  if (field.startsWith('text')) return shorten(rest);
  return /^-?\d+$/.test(rest) ? Number(rest) : undefined;
}

function optional(field: Field): boolean {
  return field === 'text?' || field === 'number?';
}

function shown(text: string): string {
  return text.replaceAll(SEPARATOR, '␟').replaceAll(BETWEEN, '␞').replaceAll(NOTHING, '␀');
}
