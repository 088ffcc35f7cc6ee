/** What both editors are given: the text, the marked lines, notes behind lines, and a wish to see a line. Types only. */

/** Why a line is marked. */
type LineKind =
  /** where the playhead is */
  | 'now'
  /** worth reading before anything has run */
  | 'rest'
  /** where an error came from */
  | 'error';

/** Lines counted from 1, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

export interface LineMark extends LineRange {
  readonly kind: LineKind;
}

/** A few words that stand behind a line. */
export interface LineNote {
  readonly line: number;
  readonly text: string;
  /** the same in a sentence */
  readonly title: string;
}

export interface CodeProps {
  /** accessible name */
  readonly label: string;
  /** distinguishes files, so that each keeps its own undo history */
  readonly path: string;
  readonly text: string;
  readonly onEdit: (text: string) => void;
  readonly marks: readonly LineMark[];
  readonly notes: readonly LineNote[];
  readonly side: 'broken' | 'fixed';
  readonly dark: boolean;
  /** a large screen: larger type */
  readonly large: boolean;
  /** lines to bring into view without taking the focus, e.g. where the playhead is */
  readonly follow: LineRange | null;
  /** a line to go to with the cursor, once */
  readonly reveal: { readonly line: number } | null;
  /** the editor has gone there */
  readonly onRevealed: () => void;
}
