/** The Python image in memory: everything a worker needs to boot, without a single request. */

/** The unpacked files of the image. */
export interface Image {
  /** Pyodide's loader and its Emscripten glue, as JavaScript source */
  readonly loader: ArrayBuffer;
  readonly glue: ArrayBuffer;
  /** the interpreter */
  readonly wasm: ArrayBuffer;
  /** the compiled standard library, a zip */
  readonly library: ArrayBuffer;
  /** lock file contents: JSON */
  readonly lock: string;
  /** our own Python, compiled, a zip */
  readonly faultline: ArrayBuffer;
}

/** The image as a worker gets it: the interpreter already compiled by the frame. */
export type WorkerImage = Omit<Image, 'wasm'> & { readonly module: WebAssembly.Module };

/** A file beside the page: its name, and its bytes as they travel and when they are unpacked. */
export interface PackedFile {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
}

/** A Python package that lessons may name, compiled into an archive of its own. */
export interface PackedPackage {
  readonly version: string;
  readonly licence: string;
  readonly address: string;
  /** other packages that it imports */
  readonly needs: readonly string[];
  readonly file: PackedFile;
}

/** What the build says about the image (`.faultline/python/image.json`). */
export interface ImageManifest {
  readonly pyodide: string;
  readonly python: string;
  readonly lock: unknown;
  readonly files: Readonly<Record<keyof Omit<Image, 'lock'>, PackedFile>>;
  /** by name; those that could not be had when the image was prepared are absent */
  readonly packages: Readonly<Record<string, PackedPackage>>;
}
