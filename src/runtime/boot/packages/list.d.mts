/** See list.mjs. */
export interface Entry {
  readonly name: string;
  readonly licence: string;
  readonly address: string;
  readonly needs: readonly string[];
  readonly modules: readonly string[];
  readonly leftOut: readonly string[];
  readonly keptSources: readonly string[];
  readonly sources: {
    readonly pyodide: { readonly lockName: string };
    readonly pip: { readonly version: string; readonly sha256: string | null };
    readonly debian: { readonly package: string; readonly version: string; readonly sha256: string };
  };
}

export declare const PACKAGES: readonly Entry[];
