/** Scene: all that one drawing of the timeline needs. */
import type { Lane } from '../../trace/lane.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import type { Layout } from './layout.ts';
import type { Palette } from './palette.ts';

export interface Scene {
  readonly lanes: readonly Lane[];
  readonly layout: Layout;
  readonly palette: Palette;
  /** the playhead */
  readonly moment: Micros;
  /** how far the run has got; what lies between the playhead and here is drawn faintly */
  readonly until: Micros;
  readonly live: boolean;
  /** of the strip of lanes, CSS pixels */
  readonly scroll: number;
  /** the lane under the pointer */
  readonly pointed: number | null;
}
