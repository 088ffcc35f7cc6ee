/** Facts in words: every sentence about what a probe has reported is made here. Names of the program stand in backticks. */
import { formatCount } from '../base/format.ts';
import type { Fact, FactKind, FieldsOf, Label } from '../trace/facts.ts';

type Words = { readonly [K in FactKind]: (fields: FieldsOf<K>) => string };

const it = (value: string | null) => value ?? 'it';
const assigned = (verb: string, name: string, value: string | null) =>
  value === null ? `${verb} ${name}` : `${verb} ${name} = ${value}`;
const lockCalled = (name: string | null) => (name === null ? 'a lock' : `lock \`${name}\``);
const held = (kind: string, attribute: string | null) =>
  attribute === null ? `\`${kind}\`` : `\`${kind}.${attribute}\``;

const LEFT: Readonly<Record<FieldsOf<'lost update'>['left'], string>> = {
  'switched out': 'was switched out',
  slept: 'slept',
  waited: 'waited',
};

const CANCELLED: Readonly<Record<FieldsOf<'cancelled'>['by'], (task: string) => string>> = {
  task: (task) => `by ${task}`,
  program: () => 'by the program',
  itself: () => 'by itself',
  unasked: () => 'by itself, or with what it waited for',
  waiter: (task) => `because ${task}, which waited for it, was cancelled`,
  timeout: () => 'by a timeout',
  'task group': () => 'by its TaskGroup',
  callback: () => 'by a callback of the event loop',
  'run over': () => 'because asyncio.run was over',
  'runner closed': () => 'because its Runner was closed',
  asyncio: () => 'by asyncio',
};

const SIMPLER = 'This browser cannot suspend Python, so ';
const NOT_INSIDE =
  'not inside generators, comprehensions without calls, methods that Python calls by itself, such as `__del__`, or code of the library. A thread that waits in such a place goes on after those that came to such places later.';
const POINTS: Readonly<Record<FieldsOf<'rewritten'>['points'], string>> = {
  calls: "where a function begins, after a call, and at the end of a loop's turn, but ",
  statements:
    'before a statement, after a call, and between what an assignment reads and what it writes, not between any two instructions, and ',
};
const CANNOT = `${SIMPLER}threads run in a simpler way here, which cannot `;

const WORDS: Words = {
  read: ({ variable, value }) => assigned('read', variable, value),
  wrote: ({ variable, value }) => assigned('wrote', variable, value),
  'value is': ({ value }) => `= ${value}`,
  'stale check': ({ variable }) => `stale check of ${variable}`,
  'lost update': ({ variable }) => `lost update of ${variable}`,
  'half-done read': ({ variable }) => `half-done update of ${variable}`,
  lock: ({ name, holder }) => `${lockCalled(name)}${holder === null ? '' : `, held by ${holder}`}`,
  'own lock': ({ name }) => `${lockCalled(name)}, held by itself`,
  'end of thread': ({ thread }) => `${thread} to end`,
  'end of threads': () => 'the other threads to end',
  'event loop': () => 'its event loop',
  signal: () => 'a signal',
  'file ready': () => 'a file to be ready',
  future: () => 'a future',
  call: (fields) => (fields.of === null ? fields.function : `${fields.function} of \`${fields.of}\``),
  waits: ({ who, file, line, what }) =>
    `${who} waits for ${labelWords(what)}${file === null || line === null ? '' : ` (${file}, line ${line})`}`,
  deadlock: ({ waiting }) => `deadlock: ${waiting.map(labelWords).join('; ')}`,
  stuck: ({ waiting }) => `stuck: ${waiting.map(labelWords).join('; ')}`,
  'loop held': () => 'holds the event loop',
  cancelled: ({ by, task }) => `cancelled ${CANCELLED[by](task ?? 'another task')}`,
  'package of': ({ module }) => `the package of ${module}`,
  'import at run time': () => 'an import made at run time',
  'body failed': () => 'its body failed',
  'removed by program': () => 'by the program',
  'kept though failed': () => 'kept, though its body failed',
  'names so far': ({ names }) => `names so far: ${names.length === 0 ? 'none' : names.join(', ')}`,
  'missing name': ({ name }) => `missing: ${name}`,
  'syntax error': () => 'syntax error',
  'static cycle': ({ modules }) => modules.join(' → '),
  'back edge': (fields) => backEdgeWords(fields),
  growth: ({ blocks }) =>
    // What is there now is larger.
    blocks <= 0 ? 'no more blocks than before' : blocks === 1 ? '1 block' : `${blocks} blocks`,
  freed: ({ objects }) => (objects === 0 ? 'freed nothing' : `freed ${objects}`),
  'late garbage': ({ label, objects }) => `${label} ${objects}`,
  'program ended': () => 'the program has ended',
  'brought back': ({ connections }) => `brought back ${connections}`,
  finished: () => 'finished',
  stopped: () => 'stopped',
  'too long': () =>
    'not over in time: a loop without an end, or one so long that 100 rounds of it would do as well',
  'raised in': ({ error, thread }) => `${error} in ${thread}`,
  'check is': ({ holds }) => `the check is ${holds}`,
  'check raised': ({ error, message }) => `the check raised ${error}: ${message}`,
  'check unreadable': ({ message }) => `the check is not an expression: ${message}`,
  rewritten: ({ points }) =>
    `${SIMPLER}the program was rewritten to let its threads take turns: one could be switched out ${POINTS[points]}${NOT_INSIDE}`,
  'cannot return': ({ thread }) =>
    `${CANNOT}go on with ${thread}: it waits inside a generator, a comprehension or a function that C code called, and another thread waits in such a place too.`,
  'too deep': () => `${CANNOT}let so many threads wait inside generators or functions that C code called.`,
  'nobody to ask': () =>
    `${CANNOT}stand still and ask who goes on: stepping by hand needs a browser that can.`,
  container: ({ kind, name }) => (name === null ? kind : `${kind} \`${name}\``),
  instance: ({ kind, attribute }) => held(kind, attribute),
  exception: ({ kind, attribute }) => `exception ${held(kind, attribute)}`,
  function: ({ name, variable }) =>
    variable === null ? `function \`${name}\`` : `function \`${name}\`, by its \`${variable}\``,
  'bound method': ({ name }) => `bound method \`${name}\``,
  'lru cache': (fields) => `lru_cache of \`${fields.function}\``,
  frame: (fields) => `frame of \`${fields.function}\``,
  'suspended call': (fields) => `suspended call of \`${fields.function}\``,
  traceback: () => 'traceback',
  'class object': ({ name }) => `class \`${name}\``,
  global: ({ name, module }) =>
    module === null ? `global \`${name}\`` : `global \`${name}\` of \`${module}\``,
  local: (fields) => `local \`${fields.name}\` of \`${fields.function}\`, a call that has not returned`,
  'exit function': () => 'an exit function, registered with `atexit`',
  'no name': () => 'something that has no name in Python: a thread, an exit function or C code',
  'not followed': () => 'others, which are not followed any further',
  'in a row': ({ count }) => `${formatCount(count)} of them`,
};

function backEdgeWords({
  asker,
  module,
  name,
  asked,
  line,
  waits_for: next,
  bound,
}: FieldsOf<'back edge'>): string {
  const stands = line === null ? 'was not done yet' : `was still on its line ${line}`;
  const waiting = next === null ? '' : `, waiting for ${next}`;
  if (name === null) return `${asker} asked for ${module}, which ${stands}${waiting}. No name was missing.`;
  const verb = asked === 'used' ? `used \`${name}\` of ${module}` : `asked for \`${name}\``;
  const comes = bound === null ? `its source binds no \`${name}\`.` : `\`${name}\` comes in line ${bound}.`;
  return `${asker} ${verb} too early. ${module} ${stands}${waiting}; ${comes}`;
}

/** A label in words: a name or code as it is. Of what went wrong between threads, its short name. */
export function labelWords(label: Label): string {
  return typeof label === 'string' ? label : factWords(label);
}

function factWords<K extends FactKind>({
  fact,
  fields,
}: {
  readonly fact: K;
  readonly fields: FieldsOf<K>;
}): string {
  return WORDS[fact](fields);
}

/** What went wrong between threads, as what one of them did to the other; any other label as it is. */
export function causeWords(label: Label): string {
  if (isKind(label, 'stale check')) return `changed ${label.fields.variable} after the check`;
  if (isKind(label, 'lost update')) {
    return `overwrote ${label.fields.variable} = ${it(label.fields.overwritten)}`;
  }
  return isKind(label, 'half-done read') ? 'read it half done' : labelWords(label);
}

/** What went wrong between threads, as the interleaving that led to it; any other label as it is. */
export function interleavingWords(label: Label): string {
  if (isKind(label, 'stale check')) {
    const { variable, thread, other, seen, written } = label.fields;
    return `${thread} looked at ${variable} and saw ${it(seen)}; ${other} wrote ${it(written)}; ${thread} went on as if nothing had changed.`;
  }
  if (isKind(label, 'lost update')) {
    const { thread, left, other, seen, overwritten, written } = label.fields;
    const again = written !== null && written === it(overwritten) ? ' again' : '';
    return `${thread} read ${it(seen)} and ${LEFT[left]}; ${other} wrote ${it(overwritten)}; ${thread} wrote ${it(written)}${again}.`;
  }
  if (isKind(label, 'half-done read')) {
    const { variable, thread, reader, new: fresh, second, old, written } = label.fields;
    return `${thread} wrote ${variable} = ${it(fresh)}; ${reader} read it and ${second} = ${it(old)}; only then ${thread} wrote ${second} = ${it(written)}.`;
  }
  return labelWords(label);
}

/** What is waited for where room is short: without backticks, and without who is in the way. */
export function waitedFor(label: Label): string {
  if (isKind(label, 'lock') || isKind(label, 'own lock')) {
    const { name } = label.fields;
    // A lock is often called “lock”: once is enough.
    return name === null ? 'a lock' : name === 'lock' ? name : `lock ${name}`;
  }
  if (isKind(label, 'call')) {
    const { function: called, of } = label.fields;
    return of === null ? called : `${called} of ${of}`;
  }
  return labelWords(label);
}

/** A chain of holders, each in words; so many equal ones are one. */
export function chainWords(chain: readonly Label[]): string[] {
  return chain.reduce<string[]>(
    (links, label) =>
      isKind(label, 'in a row')
        ? [...links.slice(0, -1), `${links.at(-1)}, ${labelWords(label)}`]
        : [...links, labelWords(label)],
    [],
  );
}

function isKind<K extends FactKind>(label: Label, kind: K): label is Extract<Fact, { fact: K }> {
  return typeof label === 'object' && label.fact === kind;
}
