/** Puts functions that are WebAssembly in the interpreter's own memory within reach of Python. */
import { inside } from 'virtual:faultline-native';

/** What is used of the interpreter's exports besides what the functions import. */
interface PythonExports {
  readonly memory: WebAssembly.Memory;
  readonly __indirect_function_table: WebAssembly.Table;
  readonly _Py_NoneStruct: WebAssembly.Global;
  readonly PyExc_Exception: WebAssembly.Global;
  malloc(bytes: number): number;
  PyCFunction_NewEx(definition: number, self: number, module: number): number;
  PyImport_AddModule(name: number): number;
  PyLong_FromLongLong(value: bigint): number;
  PyObject_SetAttrString(object: number, name: number, value: number): number;
}

/** Each in the order in which `make` gives them; as `scheduler/steps.py` takes them. */
export const FUNCTIONS = 'tick atInstruction arm passed add begin follow know location wrote forget'.split(
  ' ',
);
/** Each works on an object of Python's: the module has, under its name, what makes it of such an object. */
export const BOUND = ['put', 'putTwo', 'micros', 'watchSteps', 'watchNoMore'];
/** What functions of Python's are called by while native code watches them (`vectorcallfunc` of `methodobject.h`). */
const VECTORCALLS = ['callSoon', 'runHandle'];
/** What else the module has: what makes the functions above, the switch between carriers, and a comparison of lists. */
const OF_MODULE = ['make', 'switchTo', 'sameItems'];
const BIND = 'bind';
const MODULE = '_faultline_native';
/** `METH_FASTCALL` of `methodobject.h`. */
const FASTCALL = 0x80;
/** `PyMethodDef`: a name, a function, flags, and a docstring. */
const DEFINITION_BYTES = 16;

const FUNCTIONS_NEEDED = [
  'malloc',
  'PyCFunction_NewEx',
  'PyImport_AddModule',
  'PyLong_FromLongLong',
  'PyObject_SetAttrString',
  'captureThreadState',
  'restoreThreadState',
  'emscripten_stack_get_current',
  '_emscripten_stack_restore',
];
const GLOBALS_NEEDED = ['_Py_NoneStruct', 'PyExc_Exception'];

/**
 * Makes the module `_faultline_native` with the functions of `OF_MODULE`. Throws where this interpreter lacks what
 * it needs. `suspend` is what a switch suspends a stack with, null where that cannot be done.
 */
export function addNative(exports: WebAssembly.Exports, suspend: WebAssembly.ImportValue | null): void {
  if (!isPython(exports)) throw new Error('this build of Pyodide lacks what counting in it needs');
  const { memory, __indirect_function_table: table } = exports;
  const carriers = { suspend: suspend ?? cannotSuspend };
  const imports = {
    env: { memory },
    python: exports,
    carriers,
    performance: { now: () => performance.now() },
  };
  const native = exportsOf(inside, imports);
  const text = (content: string): number => {
    const bytes = new TextEncoder().encode(`${content}\0`);
    const at = exports.malloc(bytes.length);
    new Uint8Array(memory.buffer).set(bytes, at);
    return at;
  };
  const names = [...FUNCTIONS, ...OF_MODULE, ...BOUND, BIND];
  const definitions = exports.malloc(names.length * DEFINITION_BYTES);
  const first = table.grow(names.length + VECTORCALLS.length);
  for (const [index, name] of names.entries()) {
    table.set(first + index, native[name]);
    const record = [text(name), first + index, FASTCALL, 0];
    new Uint32Array(memory.buffer, definitions + index * DEFINITION_BYTES, record.length).set(record);
  }
  const calls = VECTORCALLS.map((name, index) => {
    const at = first + names.length + index;
    table.set(at, native[name]);
    return at;
  });
  const { use, useSteps } = native;
  if (typeof use !== 'function' || typeof useSteps !== 'function') {
    throw new TypeError('our WebAssembly is not whole');
  }
  useSteps(...calls);
  use(exports._Py_NoneStruct.value, exports.PyExc_Exception.value, definitions, FUNCTIONS.length);
  const module = exports.PyImport_AddModule(text(MODULE));
  const definitionOf = (name: string): number => definitions + names.indexOf(name) * DEFINITION_BYTES;
  const add = (name: string, definition: number, self: number): void => {
    const made = exports.PyCFunction_NewEx(definition, self, 0);
    exports.PyObject_SetAttrString(module, text(name), made);
  };
  for (const name of OF_MODULE) add(name, definitionOf(name), 0);
  for (const name of BOUND) {
    add(name, definitionOf(BIND), exports.PyLong_FromLongLong(BigInt(definitionOf(name))));
  }
}

/** What a module of ours hands out; `base64` is its code. */
export function exportsOf(base64: string, imports: WebAssembly.Imports): WebAssembly.Exports {
  const code = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new WebAssembly.Instance(new WebAssembly.Module(code), imports).exports;
}

function cannotSuspend(): never {
  throw new Error('this browser cannot suspend Python');
}

function isPython(exports: object): exports is PythonExports {
  const part = (name: string): unknown => Reflect.get(exports, name);
  return (
    part('memory') instanceof WebAssembly.Memory &&
    part('__indirect_function_table') instanceof WebAssembly.Table &&
    FUNCTIONS_NEEDED.every((name) => typeof part(name) === 'function') &&
    GLOBALS_NEEDED.every((name) => part(name) instanceof WebAssembly.Global)
  );
}
