/** View: one way of seeing a run. A view that cannot say in words what it shows does not compile. */
import type { ComponentType } from 'react';
import type { SideName } from '../lesson/schema.ts';
import type { Picture } from '../trace/picture.ts';
import type { SketchPlan } from './shared/sketch.ts';
import type { Micros } from '../trace/vocabulary.ts';

export interface ViewInput {
  readonly picture: Picture;
  /** the other side's, for an axis or a scale that both sides share but that is not time */
  readonly other: Picture;
  /** the moment shown */
  readonly moment: Micros;
  /** right end of the axis, shared by both sides */
  readonly horizon: Micros;
  /** the run is under way and `moment` moves with it */
  readonly live: boolean;
  readonly side: SideName;
  /** a click or drag on the picture asks for this moment */
  readonly onMoment?: (moment: Micros) => void;
}

/** The picture in words and as a table, at the same moment. */
export interface Description {
  readonly summary: string;
  readonly table: {
    readonly caption: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
}

export interface View {
  readonly id: string;
  /** what a small picture shows of it; absent where there is nothing to be drawn small */
  readonly sketch?: SketchPlan;
  describe(input: ViewInput): Description;
  readonly Paint: ComponentType<ViewInput>;
  /** how many lines it lists by the moment, where it is a list */
  count?(input: ViewInput): number;
  /** what it lists beside its picture: a log, in a place of its own */
  readonly log?: { readonly Paint: ComponentType<ViewInput>; count(input: ViewInput): number };
}
