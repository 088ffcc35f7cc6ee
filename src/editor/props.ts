/** What both editors are given: the text, the marked lines, notes behind lines, a wish to see a line, and the size of the type. */

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

/** The usual height of the type, in CSS pixels. */
export const TYPE_SIZE = 13;

/** The height of a line in type of this height: whole pixels, so that marks and text agree. Ten lines in a low window. */
export function lineHeightOf(typeSize: number): number {
  return Math.round(typeSize * 1.46);
}

export interface CodeProps {
  /** accessible name */
  readonly label: string;
  /** the id of the element that says which lines are marked */
  readonly describedBy: string;
  /** distinguishes files, so that each keeps its own undo history */
  readonly path: string;
  readonly text: string;
  readonly onEdit: (text: string) => void;
  readonly marks: readonly LineMark[];
  readonly notes: readonly LineNote[];
  readonly side: 'broken' | 'fixed';
  /** whether Tab indents; otherwise it moves the focus on */
  readonly tabIndents: boolean;
  readonly dark: boolean;
  /** height of the type in CSS pixels, where it is not the usual one */
  readonly typeSize?: number | undefined;
  /** the only line that is lit, the others are dimmed; null for none */
  readonly spotlight?: number | null;
  /** lines to bring into view without taking the focus, e.g. where the playhead is */
  readonly follow: LineRange | null;
  /** a line to go to with the cursor, once */
  readonly reveal: { readonly line: number } | null;
  /** the editor has gone there */
  readonly onRevealed: () => void;
}
