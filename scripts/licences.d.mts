/** See licences.mjs. */
export declare function licences(root: string): string;
