/** Reads the table of THIRD_PARTY.md: what Faultline ships of others, with version and licence. Pure. */

export interface Shipped {
  readonly name: string;
  /** null where there is none */
  readonly address: string | null;
  readonly version: string;
  readonly licence: string;
  readonly purpose: string;
}

/** The rows of the first table in the text; its head and the line below it are left out. */
export function readThirdParty(text: string): readonly Shipped[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => {
      const [what = '', version = '', licence = '', purpose = ''] = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      const address = /\]\((https:[^)]+)\)/.exec(what)?.[1] ?? null;
      const name = what.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1');
      return { name, address, version, licence, purpose };
    });
}
