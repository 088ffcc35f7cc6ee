/** Scene: all that one drawing of the threads view needs. */
import type { Pointed } from '../interaction/hit.ts';
import type { Layout } from './layout.ts';
import type { EventSequence } from '../model/eventSequence.ts';
import type { Palette } from './palette.ts';
import type { VariableRow } from '../model/rows.ts';

export interface Scene {
  readonly sequence: EventSequence;
  readonly layout: Layout;
  readonly palette: Palette;
  /** the shared variables that have a strip */
  readonly variables: readonly VariableRow[];
  /** how many more there are */
  readonly moreVariables: number;
  /** least and greatest level of each variable's strip */
  readonly ranges: readonly (readonly [least: number, greatest: number])[];
  /** events up to the playhead; what comes after is drawn faintly */
  readonly playhead: number;
  readonly live: boolean;
  /** ranks of the events that are to be looked at */
  readonly looked: readonly number[];
  /** of the lanes, CSS pixels */
  readonly scroll: number;
  /** the event and the lane under the pointer */
  readonly pointed: Pick<Pointed, 'event' | 'top' | 'height'> | null;
}
