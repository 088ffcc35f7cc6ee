/** The output view: what the program printed up to the moment. */
import type { View } from '../view.ts';
import { describeOutput } from './describe.ts';
import { Output } from './Paint.tsx';
import { outputChanges } from './telling.ts';

export const output: View = {
  id: 'output',
  axis: { kind: 'clock', changesOf: outputChanges },
  describe: describeOutput,
  Paint: Output,
};
