/**
 * Carriers: stacks of their own on which Python code can be suspended (JavaScript Promise Integration).
 *
 * Pyodide runs all suspendable calls on one C stack and copies overlapping parts away. CPython's garbage collector
 * walks the frames of every thread state, through entry frames on that stack, and dies on a part that is away. So
 * each carrier gets memory of its own for its C stack: nothing overlaps, nothing is ever copied. That memory stays
 * with the carrier's number for as long as the worker lives: a suspended carrier's frames are always reachable.
 *
 * One carrier runs at a time, the others are suspended. The program runs on number 0.
 */

/** The parts of Pyodide's Emscripten module used here. They are internals: the version is pinned, boot tests them. */
export interface StackInternals {
  stackStop: number;
  promisingApply: (...args: unknown[]) => unknown;
  _malloc(bytes: number): number;
  stackSave(): number;
  stackRestore(pointer: number): void;
  _PyThreadState_Get(): number;
  _PyUnstable_ThreadState_SetStackProtection(state: number, base: number, bytes: number): number;
}

const NEEDED = [
  'promisingApply',
  '_malloc',
  'stackSave',
  'stackRestore',
  '_PyThreadState_Get',
  '_PyUnstable_ThreadState_SetStackProtection',
] as const;

/** Whether this build of Pyodide has the internals that carriers need. */
export function hasStackInternals(module: unknown): module is StackInternals {
  if (typeof module !== 'object' || module === null) return false;
  return NEEDED.every((name) => typeof Reflect.get(module, name) === 'function');
}

/** Whether this browser can suspend WebAssembly. */
export function canSuspend(): boolean {
  return 'Suspending' in WebAssembly && 'promising' in WebAssembly;
}

/** A function for WebAssembly to call, which suspends the stack until what `wait` gives is resolved. */
export function suspending(wait: (number: number) => Promise<void>): WebAssembly.ImportValue {
  const Suspending: unknown = Reflect.get(WebAssembly, 'Suspending');
  if (typeof Suspending !== 'function') throw new Error('this browser cannot suspend Python');
  return Reflect.construct(Suspending, [wait]);
}

/** A Python function that can be called on a suspendable stack. */
export interface PromisingCallable {
  callPromising(...args: unknown[]): Promise<unknown>;
}

/** A Python function that is to be kept for longer than the call that hands it over. */
export interface KeepableCallable extends PromisingCallable {
  copy(): PromisingCallable;
}

type Resume = () => void;

/** What Python's `run_sync` takes: suspends the carrier, then calls `then` with how to resume it. */
export interface Suspension {
  then(resume: Resume): void;
}

/** More would not help: the browser's own stack for a carrier runs out first, and that nothing survives. */
const STACK_BYTES = 256 * 1024;
/** Last argument of a call that is to get a stack of its own; promising calls of Pyodide's are left alone. */
const MARK = 'faultline-carrier';

export class Carriers {
  private readonly module: StackInternals;
  /** Addresses of the carriers' C stacks, by number. */
  private readonly stacks: { readonly base: number; readonly top: number }[] = [];
  /** How to resume those that are suspended, by number. */
  private readonly resumes: (Resume | null)[] = [];
  private running = 0;
  private mainStack = 0;
  private body: PromisingCallable | null = null;
  private fail: (reason: unknown) => void = () => {};

  constructor(module: StackInternals) {
    this.module = module;
    this.giveOwnStacks();
  }

  /**
   * Calls a Python function on carrier 0; it must accept one more argument, the mark. Rejects when Python raises, or
   * when another carrier dies meanwhile.
   */
  async call(python: PromisingCallable, ...args: unknown[]): Promise<unknown> {
    // Taken in a clean task of the event loop: this is where the stack stands when no Python runs.
    this.mainStack = this.module.stackSave();
    this.grow(1);
    this.running = 0;
    const failure = new Promise<never>((_resolve, reject) => {
      this.fail = reject;
    });
    try {
      return await Promise.race([python.callPromising(...args, MARK), failure]);
    } finally {
      // The call left the stack pointer on a carrier's stack.
      this.module.stackRestore(this.mainStack);
    }
  }

  /** How many there are. */
  get count(): number {
    return this.stacks.length;
  }

  /** Makes sure that there are carriers 0 to `count - 1`. Throws when memory is short; what could be had is kept. */
  grow(count: number): void {
    while (this.stacks.length < count) {
      const base = this.module._malloc(STACK_BYTES);
      if (base === 0) throw new Error('no memory for a stack');
      this.stacks.push({ base, top: (base + STACK_BYTES) & ~15 });
      this.resumes.push(null);
    }
  }

  /**
   * Has this carrier go on; the first time, it begins with the body. Resolved when somebody goes on with the one that runs
   * now, which is to be suspended until then: native code awaits it (`native/switching.ts`).
   */
  readonly switchTo = (number: number): Promise<void> =>
    new Promise((resume) => {
      this.resumes[this.running] = resume;
      this.goOn(number);
    });

  /**
   * The Python function that a carrier begins with, called with its number and the mark. What it returns is the
   * number of the suspended carrier that goes on; it then begins anew when it is next switched to.
   */
  setBody(body: KeepableCallable): void {
    this.body = body.copy();
  }

  /** A suspension that runs `body` on the main stack; `body` decides when to resume. */
  suspension(body: (resume: Resume) => void): Suspension {
    return {
      then: (resume) => {
        this.module.stackRestore(this.mainStack);
        body(resume);
      },
    };
  }

  /** To be called on a carrier first of all: tells CPython where its C stack ends, so that deep recursion raises. */
  protect(): void {
    const stack = this.stacks[this.running];
    if (stack === undefined) return;
    const { module } = this;
    module._PyUnstable_ThreadState_SetStackProtection(module._PyThreadState_Get(), stack.base, STACK_BYTES);
  }

  private goOn(number: number): void {
    this.running = number;
    const resume = this.resumes[number];
    if (resume) {
      this.resumes[number] = null;
      resume();
    } else void this.begin(number);
  }

  private async begin(number: number): Promise<void> {
    this.module.stackRestore(this.mainStack);
    try {
      const next = await this.body?.callPromising(number, MARK);
      this.module.stackRestore(this.mainStack);
      if (typeof next !== 'number' || !this.resumes[next]) throw new Error(`carrier ${number} went astray`);
      this.goOn(next);
    } catch (error) {
      this.fail(error);
    }
  }

  private giveOwnStacks(): void {
    const { module } = this;
    const apply = module.promisingApply;
    module.promisingApply = (...args) => {
      const callArgs = args[1];
      const stack = this.stacks[this.running];
      if (stack !== undefined && Array.isArray(callArgs) && callArgs.at(-1) === MARK) {
        module.stackRestore(stack.top);
      }
      return apply(...args);
    };
    // Pyodide copies away what lies between the stack pointer and `stackStop`. Only carriers suspend, and for them
    // that is nothing. Asked at every suspension.
    Object.defineProperty(module, 'stackStop', {
      configurable: true,
      get: () => module.stackSave(),
      set: () => {},
    });
  }
}
