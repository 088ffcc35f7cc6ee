/** The archive of the standard library, whose bytes may come when Python runs already: who opens it before is suspended. */
import { opening } from 'virtual:faultline-native';
import { suspending } from './carriers.ts';
import { exportsOf } from './native.ts';

/** What is used of Emscripten's file system. */
export interface Files {
  lookupPath(path: string): { readonly node: object };
  readonly streams: readonly ({ readonly node: object } | null | undefined)[];
  writeFile(path: string, content: Uint8Array, options: { readonly canOwn: boolean }): void;
}

/** What is used of the interpreter's exports. */
interface Locking {
  PyGILState_Ensure(): number;
  PyGILState_Release(lock: number): void;
}

/** The function that the interpreter imports to open a file; its answer is a number in `Files.streams`, or negative. */
const OPEN = '__syscall_openat';

export class LateLibrary {
  /** Resolves when it can be read. */
  readonly here: Promise<void>;
  private isHere = false;
  private locking: Locking | null = null;
  private opened: (stream: number) => boolean = () => false;
  private resolve = (): void => {};

  constructor() {
    this.here = new Promise((resolve) => {
      this.resolve = resolve;
    });
  }

  /** Has whoever opens it wait. `imports` is what the interpreter is about to be made with. */
  watch(imports: WebAssembly.Imports): void {
    const functions = imports['env'];
    const open = functions?.[OPEN];
    if (functions === undefined || typeof open !== 'function')
      throw new Error('this build of Pyodide opens files in another way');
    const { openWhenHere } = exportsOf(opening, {
      files: {
        open,
        isAwaited: (stream: number) => Number(!this.isHere && this.opened(stream)),
        wait: suspending(() => this.here),
        takeLock: () => this.locking?.PyGILState_Ensure(),
        letGo: (lock: number) => this.locking?.PyGILState_Release(lock),
      },
    });
    if (typeof openWhenHere !== 'function') throw new Error('our WebAssembly is not whole');
    functions[OPEN] = openWhenHere;
  }

  /** To be called with what the interpreter exports, before anything of it runs. */
  use(exports: WebAssembly.Exports): void {
    if (!canLock(exports)) throw new Error('this build of Pyodide lacks what waiting for a file needs');
    this.locking = exports;
  }

  /** Puts it in the place of the empty file at `path` as soon as it comes. */
  async place(files: Files, path: string, content: Promise<ArrayBuffer>): Promise<void> {
    const { node } = files.lookupPath(path);
    this.opened = (stream) => files.streams[stream]?.node === node;
    const bytes = new Uint8Array(await content);
    files.writeFile(path, bytes, { canOwn: true });
    this.isHere = true;
    this.resolve();
  }
}

function canLock(exports: object): exports is Locking {
  return ['PyGILState_Ensure', 'PyGILState_Release'].every(
    (name) => typeof Reflect.get(exports, name) === 'function',
  );
}
