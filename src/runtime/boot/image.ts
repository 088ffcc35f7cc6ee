/** The Python image in memory: everything a worker needs to boot, without a single request. */

/** The unpacked files of the image, and our own Python beside them. */
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
  /** our Python by path inside its folder: `faultline/recorder.py` */
  readonly sources: Readonly<Record<string, string>>;
}

/** What the build says about the image (`.faultline/python/image.json`). */
export interface ImageManifest {
  readonly pyodide: string;
  readonly python: string;
  readonly lock: unknown;
  readonly files: Readonly<
    Record<
      'loader' | 'glue' | 'wasm' | 'library',
      { readonly name: string; readonly packed: number; readonly unpacked: number }
    >
  >;
}
