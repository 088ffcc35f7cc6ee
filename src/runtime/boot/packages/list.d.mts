/** See list.mjs. */
export declare const PACKAGES: readonly { readonly name: string; readonly licence: string }[];
