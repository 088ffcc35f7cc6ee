/** Placeholders in sentences: `{ratio}`, `{broken.ID}` and `{fixed.ID}` of verdicts, `{ID}` of published programs. Pure. */

const BRACED = /\{([^{}]*)\}/g;

/** What stands between braces, in order. */
export function placeholdersOf(sentence: string): string[] {
  return [...sentence.matchAll(BRACED)].map((match) => match[1] ?? '');
}

/** True when a brace is left over that no placeholder explains. */
export function hasStrayBrace(sentence: string): boolean {
  return /[{}]/.test(sentence.replace(BRACED, ''));
}

/** The sentence with each placeholder replaced by what `value` gives for it. */
export function fill(sentence: string, value: (placeholder: string) => string): string {
  return sentence.replace(BRACED, (_, placeholder: string) => value(placeholder));
}
