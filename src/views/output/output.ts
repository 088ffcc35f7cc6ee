/** The output view: what the program printed up to the moment. */
import type { View, ViewInput } from '../view.ts';
import { describeOutput } from './describe.ts';
import { linesFor } from './lines.ts';
import { Output } from './Paint.tsx';

export const output: View = { id: 'output', describe: describeOutput, Paint: Output, count };

function count({ picture, moment }: ViewInput): number {
  const lines = linesFor(picture.prints);
  return lines.countOf(lines.piecesAt(moment)).lines;
}
