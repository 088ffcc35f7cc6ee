/**
 * Carriers: stacks of their own on which Python code can be suspended (JavaScript Promise Integration).
 *
 * Pyodide runs all suspendable calls on one C stack and copies overlapping parts away. CPython's garbage collector
 * walks the frames of every thread state, through entry frames on that stack, and dies on a part that is away. So
 * each carrier gets memory of its own for its C stack: nothing overlaps, nothing is ever copied.
 */

/** The parts of Pyodide's Emscripten module used here. They are internals: the version is pinned, boot tests them. */
export interface StackInternals {
  stackStop: number;
  promisingApply: (...args: unknown[]) => unknown;
  _malloc(bytes: number): number;
  _free(address: number): void;
  stackSave(): number;
  stackRestore(pointer: number): void;
  _PyThreadState_Get(): number;
  _PyUnstable_ThreadState_SetStackProtection(state: number, base: number, bytes: number): number;
}

const NEEDED = [
  'promisingApply',
  '_malloc',
  '_free',
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

/** A Python function that can be called on a suspendable stack. */
export interface PromisingCallable {
  callPromising(...args: unknown[]): Promise<unknown>;
}

/** What Python's `run_sync` takes: suspends the carrier, then calls `then` with how to resume it. */
export interface Suspension {
  then(resume: () => void): void;
}

/** More would not help: the browser's own stack for a carrier runs out first, and that nothing survives. */
const STACK_BYTES = 256 * 1024;
/** Last argument of a call that is to get a stack of its own; promising calls of Pyodide's are left alone. */
const MARK = 'faultline-carrier';

export class Carriers {
  private readonly module: StackInternals;
  private readonly regions: { base: number; top: number }[] = [];
  private mainStack = 0;

  constructor(module: StackInternals) {
    this.module = module;
    this.giveOwnStacks();
  }

  /** Calls a Python function on a carrier; it must accept one more argument, the mark. */
  async call(python: PromisingCallable, ...args: unknown[]): Promise<unknown> {
    // Taken in a clean task of the event loop: this is where the stack stands when no Python runs.
    this.mainStack = this.module.stackSave();
    const base = this.module._malloc(STACK_BYTES);
    if (base === 0) throw new Error('no memory for a stack');
    const region = { base, top: (base + STACK_BYTES) & ~15 };
    this.regions.push(region);
    try {
      return await python.callPromising(...args, MARK);
    } finally {
      // The call left the stack pointer at the top of its region, which is about to go.
      this.module.stackRestore(this.mainStack);
      this.regions.splice(this.regions.indexOf(region), 1);
      this.module._free(base);
    }
  }

  /** A suspension that runs `body` on the main stack; `body` decides when to resume. */
  suspension(body: (resume: () => void) => void): Suspension {
    return {
      then: (resume) => {
        this.module.stackRestore(this.mainStack);
        body(resume);
      },
    };
  }

  /** To be called on a carrier first of all: tells CPython where its C stack ends, so that deep recursion raises. */
  protect(): void {
    const region = this.regions.at(-1);
    if (region === undefined) return;
    const { module } = this;
    module._PyUnstable_ThreadState_SetStackProtection(module._PyThreadState_Get(), region.base, STACK_BYTES);
  }

  private giveOwnStacks(): void {
    const { module, regions } = this;
    const apply = module.promisingApply;
    module.promisingApply = (...args) => {
      const callArgs = args[1];
      const region = regions.at(-1);
      if (region !== undefined && Array.isArray(callArgs) && callArgs.at(-1) === MARK) {
        module.stackRestore(region.top);
      }
      return apply(...args);
    };
    // Pyodide copies away what lies between the stack pointer and `stackStop`. Inside a region that is nothing.
    let stackStop = module.stackStop;
    Object.defineProperty(module, 'stackStop', {
      configurable: true,
      get() {
        const pointer = module.stackSave();
        return regions.some(({ base, top }) => pointer >= base && pointer <= top) ? pointer : stackStop;
      },
      set(value: number) {
        stackStop = value;
      },
    });
  }
}
