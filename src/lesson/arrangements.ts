/** The arrangements of the panes of a lesson by name: which panes are shown, and where. Pure. */

/** `lesson` is the page as it is read, `present` for a projector, `embed` within another page. */
export const ARRANGEMENTS = ['lesson', 'present', 'embed'] as const;
export type ArrangementName = (typeof ARRANGEMENTS)[number];

/** Code, picture, output and error stand once on each side; what the output and the error say are tabs of one pane. */
export const PANES = ['guide', 'code', 'picture', 'output', 'error', 'verdict'] as const;
export type PaneName = (typeof PANES)[number];

/** How much room a screen has: a phone held upright, a tablet, a laptop, a large screen. */
export type Room = 'phone' | 'tablet' | 'laptop' | 'large';

export interface Arrangement {
  readonly name: ArrangementName;
  /** the panes that are shown */
  readonly panes: readonly PaneName[];
  readonly guide: 'beside the sides' | 'above the sides';
  readonly sides: 'beside each other' | 'below each other';
  readonly picture: 'beside the code' | 'below the code';
  /** whether all of it is in view at once, so that panes scroll and the page does not */
  readonly fills: 'screen' | 'page';
}

const whole: Omit<Arrangement, 'name'> = {
  panes: PANES,
  guide: 'beside the sides',
  sides: 'beside each other',
  picture: 'below the code',
  fills: 'screen',
};

const withoutGuide = { ...whole, panes: PANES.filter((pane) => pane !== 'guide') };

const ARRANGED: Record<ArrangementName, Omit<Arrangement, 'name'>> = {
  lesson: whole,
  present: withoutGuide,
  embed: withoutGuide,
};

/** The arrangement of this name in a room: on a phone and on a tablet the page scrolls, with the guide above the sides. */
export function arrangementIn(name: ArrangementName, room: Room): Arrangement {
  const arranged: Arrangement = { name, ...ARRANGED[name] };
  if (name === 'present') return arranged;
  switch (room) {
    case 'phone':
      return { ...arranged, guide: 'above the sides', sides: 'below each other', fills: 'page' };
    case 'tablet':
      return { ...arranged, guide: 'above the sides', fills: 'page' };
    case 'laptop':
      return arranged;
    case 'large':
      return { ...arranged, picture: 'beside the code' };
  }
}

/** Whether a pane has a place in an arrangement. */
export function shows({ panes }: Arrangement, pane: PaneName): boolean {
  return panes.includes(pane);
}
