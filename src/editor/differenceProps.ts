/** What both ways to show a difference are given, and what can be asked of them. Types only. */
import type { Ref } from 'react';

/** One of the two texts. */
export interface ComparedText {
  /** whose it is, for people */
  readonly label: string;
  readonly text: string;
}

/** What the person asks of the difference that is shown. */
export interface DifferenceHandle {
  /** Goes to the next difference or to the one before, and begins anew behind the last. */
  go(direction: 'next' | 'previous'): void;
}

export interface DifferenceProps {
  readonly left: ComparedText;
  readonly right: ComparedText;
  readonly dark: boolean;
  /** one column, where two have no room */
  readonly inline: boolean;
  readonly ref: Ref<DifferenceHandle>;
}
