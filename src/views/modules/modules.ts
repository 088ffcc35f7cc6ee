/** The modules view: how the modules of a program come to life, and where one is asked for too early. */
import type { View } from '../view.ts';
import { describeModules } from './describe.ts';
import { Modules } from './Paint.tsx';

export const modules: View = {
  id: 'modules',
  sketch: { rows: ['modules'], levels: [], across: 'events' },
  describe: describeModules,
  Paint: Modules,
};
