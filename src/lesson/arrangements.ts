/** The arrangements of the panes of a lesson by name: which panes are shown, and where. */

export const ARRANGEMENTS = ['lesson', 'present', 'embed', 'lab', 'phone'] as const;
export type ArrangementName = (typeof ARRANGEMENTS)[number];
