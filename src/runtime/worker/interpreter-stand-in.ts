/** Stands in for the interpreter in tests of native code: memory laid out as CPython's, and some of its C interface. */
import { addNative, FUNCTIONS } from './native.ts';

// Of a bytes object, and of an interpreter frame.
const CONTENTS = 16;
const LOCALS = 40;
const STACK_POINTER = 32;

type Call = (self: number, args: number, count: number) => number;

/** The greatest of what was written, before anything was. */
export const LEAST = -(2n ** 53n);

/** What is used where tasks step, which tests of Python hold. */
const STEPS_OF_TASKS = Object.fromEntries(
  [
    'PyDict_Contains',
    'PyDict_GetItemWithError',
    'PyObject_GetAttr',
    'PyFrame_GetLineNumber',
    'PyFunction_SetVectorcall',
    '_PyGen_yf',
  ].map((name) => [name, () => 0]),
);

/** As much of an interpreter as native code uses. Objects are addresses; what Python calls is a JavaScript function. */
export class InterpreterStandIn {
  readonly memory = new WebAssembly.Memory({ initial: 16 });
  private readonly table = new WebAssembly.Table({ element: 'anyfunc', initial: 1 });
  private next = 1024;
  private readonly called = new Map<number, (argument: number) => number>();
  private readonly tuples = new Map<number, number[]>();
  private readonly definitions = new Map<number, [definition: number, self: number]>();
  private raised = 0;
  private readonly ofModule: number[] = [];
  /** What a switch has done, one after another. */
  readonly switches: string[] = [];
  readonly none = this.object(0);
  readonly disable = this.object(0);
  readonly int = this.object(0);
  readonly str = this.object(0);
  readonly range = this.object(0);
  readonly list = this.object(0);
  readonly frame = this.object(0, 16);
  readonly globals = this.object(0);
  readonly inner = this.allocate(256);
  private readonly functions: number[];

  constructor() {
    this.words(this.frame, 12).set([this.inner]);
    this.words(this.inner, 12).set([this.globals]);
    this.push();
    const exports = {
      memory: this.memory,
      __indirect_function_table: this.table,
      _Py_NoneStruct: new WebAssembly.Global({ value: 'i32' }, this.none),
      PyExc_Exception: new WebAssembly.Global({ value: 'i32' }, this.allocate(4)),
      malloc: (bytes: number) => this.allocate(bytes),
      PyCFunction_NewEx: (definition: number, self: number) => {
        const made = this.object(0);
        this.definitions.set(made, [definition, self]);
        return made;
      },
      PyImport_AddModule: () => 0,
      PyObject_SetAttrString: (_module: number, _name: number, value: number) => {
        this.ofModule.push(value);
        return 0;
      },
      captureThreadState: () => {
        this.switches.push('captured');
        return 1;
      },
      restoreThreadState: () => this.switches.push('restored'),
      emscripten_stack_get_current: () => 2,
      _emscripten_stack_restore: (pointer: number) => this.switches.push(`stack at ${pointer}`),
      PyObject_Vectorcall: (callable: number, args: number, count: number) =>
        this.called.get(callable)?.(count === 0 ? 0 : (this.words(args)[0] ?? 0)) ?? this.none,
      PyEval_GetFrame: () => this.frame,
      PyLong_AsLongLong: (number: number) => this.valueOf(number),
      PyLong_AsInt: (number: number) => {
        const value = Number(this.valueOf(number));
        return value === (value | 0) ? value : -1;
      },
      PyLong_FromLongLong: (value: bigint) => this.whole(value),
      PyErr_Occurred: () => 0,
      PyErr_GetRaisedException: () => this.raised,
      PyErr_SetRaisedException: (exception: number) => {
        this.raised = exception;
      },
      PyErr_GivenExceptionMatches: () => 1,
      ...STEPS_OF_TASKS,
      Py_DecRef: () => {},
      PyBytes_FromStringAndSize: (_contents: number, size: number) => this.bytes(size),
      PyTuple_New: () => {
        const made = this.object(0);
        this.tuples.set(made, []);
        return made;
      },
      PyTuple_SetItem: (tuple: number, at: number, item: number) => {
        (this.tuples.get(tuple) ?? [])[at] = item;
        return 0;
      },
    };
    addNative(exports, (number: number) => this.switches.push(`on to ${number}`));
    const made = this.tuples.get(this.call(this.ofModule[0] ?? 0)) ?? [];
    this.functions = made;
  }

  /** Calls the switch between carriers. */
  switchTo(number: number): number {
    return this.call(this.ofModule[1] ?? 0, this.whole(BigInt(number)));
  }

  /** Calls one of the functions that `make` has given. */
  does(name: string, ...args: number[]): number {
    return this.call(this.functions[FUNCTIONS.indexOf(name)] ?? 0, ...args);
  }

  /** A function that works on this object: one of those in a row that the module makes. */
  on(object: number, index: number): (...args: number[]) => number {
    const made = this.call(this.ofModule[3 + index] ?? 0, object);
    return (...args) => this.call(made, ...args);
  }

  /** Words of 64 bits in a bytearray. */
  longs(bytearray: number): BigInt64Array {
    const at = this.words(bytearray, 20)[0] ?? 0;
    return new BigInt64Array(this.memory.buffer, at, (this.words(bytearray, 8)[0] ?? 0) / 8);
  }

  /** So many refer to an object. */
  isHeldBy(object: number, references: number): number {
    this.words(object).set([references]);
    return object;
  }

  /** Compares two lists of objects. */
  hasSameItems(one: readonly number[], other: readonly number[]): bigint {
    return this.valueOf(this.call(this.ofModule[2] ?? 0, this.listOf(one), this.listOf(other)));
  }

  private listOf(items: readonly number[]): number {
    const at = this.allocate(4 * items.length);
    this.words(at).set(items);
    const made = this.object(0, 20);
    this.words(made, 8).set([items.length, at]);
    return made;
  }

  object(type: number, bytes = 16): number {
    const at = this.allocate(bytes);
    this.words(at, 4).set([type]);
    return at;
  }

  function(call: (argument: number) => number): number {
    const made = this.object(0);
    this.called.set(made, call);
    return made;
  }

  /** Fails as Python does: with an exception, and no answer. */
  raises(): number {
    this.raised = this.object(0);
    return 0;
  }

  whole(value: bigint): number {
    const size = value < 0n ? -value : value;
    const digits: number[] = [];
    for (let rest = size; rest > 0n; rest >>= 30n) digits.push(Number(rest & 0x3fff_ffffn));
    const sign = value === 0n ? 1 : value < 0n ? 2 : 0;
    const made = this.object(this.int, 12 + 4 * Math.max(1, digits.length));
    this.words(made, 8).set([(digits.length << 3) | sign, ...digits]);
    return made;
  }

  bytes(size: number, ...words: number[]): number {
    const made = this.object(0, CONTENTS + size);
    this.words(made, 8).set([size]);
    this.words(made, CONTENTS).set(words);
    return made;
  }

  bytearray(size: number): number {
    const made = this.object(0, 28);
    this.words(made, 8).set([size]);
    this.words(made, 20).set([this.allocate(size)]);
    return made;
  }

  /** What lies on the value stack, the top last. */
  push(...values: number[]): void {
    this.words(this.inner, LOCALS).set(values);
    this.words(this.inner, STACK_POINTER).set([this.inner + LOCALS + 4 * values.length]);
  }

  /** What is counted in a bytearray: how many, writes, the greatest, and the last read, test and write. */
  counts(bytearray: number): (number | bigint)[] {
    const at = this.words(bytearray, 20)[0] ?? 0;
    const [untold = 0, writes = 0] = this.words(at);
    const [read = 0, test = 0, write = 0] = this.words(at, 16);
    return [untold, writes, new DataView(this.memory.buffer).getBigInt64(at + 8, true), read, test, write];
  }

  newCounts(): number {
    const made = this.bytearray(28);
    new DataView(this.memory.buffer).setBigInt64((this.words(made, 20)[0] ?? 0) + 8, LEAST, true);
    return made;
  }

  private words(at: number, offset = 0): Uint32Array {
    return new Uint32Array(this.memory.buffer, at + offset);
  }

  /** What a whole number is. */
  valueOf(number: number): bigint {
    const [tag = 0, ...digits] = this.words(number, 8).subarray(0, 4);
    const value = digits.slice(0, tag >> 3).reduceRight((sum, digit) => (sum << 30n) | BigInt(digit), 0n);
    return (tag & 3) === 2 ? -value : value;
  }

  private call(callable: number, ...args: number[]): number {
    const [definition = 0, self = 0] = this.definitions.get(callable) ?? [];
    const function_: Call = this.table.get(this.words(definition)[1] ?? 0);
    const at = this.allocate(4 * args.length + 4);
    this.words(at).set(args);
    return function_(self, at, args.length);
  }

  private allocate(bytes: number): number {
    const at = this.next;
    this.next += (bytes + 15) & ~15;
    return at;
  }
}
