/** The register of views: a lesson names the ones it wants. One line a view. */
import { output } from './output/output.ts';
import { timeline } from './timeline/timeline.ts';
import type { View } from './view.ts';

export const views: Record<string, View> = {
  timeline,
  output,
};
