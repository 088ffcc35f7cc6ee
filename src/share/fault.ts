/** What can be wrong with a link, as a closed list; `src/messages/links.ts` has a sentence for each. Types only. */

export type LinkFault =
  /** no form of an address that this page knows */
  | { readonly kind: 'unknown address'; readonly fragment: string }
  /** its checksum does not hold, or it has letters that no link has */
  | { readonly kind: 'damaged' }
  /** shorter than it says it is */
  | { readonly kind: 'cut' }
  /** a second `#`: pasted behind or into another address */
  | { readonly kind: 'doubled' }
  /** its signs were replaced by `%…`, and what they stand for does not hold either */
  | { readonly kind: 'percent-encoded' }
  /** longer than any link that is made here, as it is or unpacked */
  | TooLarge
  /** of a format that a later version of this page writes; all of it has arrived */
  | { readonly kind: 'future'; readonly format: number }
  /** it arrived whole, but what it holds was never written by this page */
  | { readonly kind: 'unfit' }
  | { readonly kind: 'unknown lesson'; readonly lesson: string }
  | { readonly kind: 'unknown step'; readonly lesson: string; readonly step: number; readonly steps: number }
  | { readonly kind: 'unknown part'; readonly lesson: string; readonly part: string }
  | { readonly kind: 'unknown variation'; readonly lesson: string; readonly variation: string }
  /** there is no such file or module to begin with */
  | { readonly kind: 'unknown entry'; readonly lesson: string; readonly entry: string }
  /** it says how threads take turns, in a lesson that has none */
  | { readonly kind: 'no schedule'; readonly lesson: string };

export interface TooLarge {
  readonly kind: 'too large';
  /** characters, or bytes once unpacked */
  readonly of: 'characters' | 'bytes';
  readonly limit: number;
}
