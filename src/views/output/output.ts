/** The output view: what the program printed up to the moment. */
import type { View } from '../view.ts';
import { describeOutput } from './describe.ts';
import { Output } from './Paint.tsx';

export const output: View = { id: 'output', describe: describeOutput, Paint: Output };
