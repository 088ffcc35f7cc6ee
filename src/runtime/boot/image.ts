/** The Python image in memory: everything a worker needs to boot, without a single request. */

/** The files of the image, unpacked; all but the memory are needed everywhere. */
export interface ImageFiles {
  /** Pyodide's loader and its Emscripten glue, as JavaScript source */
  readonly loader: ArrayBuffer;
  readonly glue: ArrayBuffer;
  /** the interpreter */
  readonly wasm: ArrayBuffer;
  /** what Python's memory is to begin with, as `make-memory.mjs` has made it; only where Python can be suspended */
  readonly memory: ArrayBuffer;
  /** the compiled standard library, a zip */
  readonly library: ArrayBuffer;
  /** our own Python, compiled, a zip */
  readonly faultline: ArrayBuffer;
}
export type ImageFile = keyof ImageFiles;

/** The image as a worker gets it: the interpreter already compiled by the frame, and what a package adds to the memory. */
export type WorkerImage = Omit<ImageFiles, 'wasm'> & {
  readonly module: WebAssembly.Module;
  readonly parked: ArrayBuffer;
};

/** A part of the image, to a worker. They come one by one, as soon as they are here. */
export type WorkerPart = {
  readonly [Name in keyof WorkerImage]: {
    readonly kind: 'part';
    readonly name: Name;
    readonly content: WorkerImage[Name];
  };
}[keyof WorkerImage];

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
  /** contents of the lock file that Pyodide reads at boot */
  readonly lock: unknown;
  readonly files: Readonly<Record<ImageFile, PackedFile>>;
  /** by name; those that could not be had when the image was prepared are absent */
  readonly packages: Readonly<Record<string, PackedPackage>>;
  /** what Python's memory has besides when a package has been imported, as `make-memory.mjs` has made it */
  readonly parked: { readonly package: string; readonly file: PackedFile } | null;
}
