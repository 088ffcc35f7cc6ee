/** The axis of the open lesson, for what shows the playhead. */
import { useWorkspace, currentWorkspace } from '../../store/workspaces.ts';
import type { Axis } from '../../trace/axis.ts';
import { axisOf } from '../../views/register.ts';

/** What the playhead of the open lesson moves along. */
export function useAxis(): Axis {
  return axisOf(useWorkspace(({ lesson }) => lesson));
}

/** The same past React; where no lesson is open, the axis of an output. */
export function currentAxis(): Axis {
  return axisOf(currentWorkspace()?.lesson ?? { views: [] });
}
