/** Region: what scrolls or takes keys is within reach of the keyboard, and has a name there. Pure. */

interface Region {
  readonly tabIndex?: number;
  readonly role?: string;
  readonly 'aria-label'?: string;
}

/** Attributes of an element that the keyboard reaches by this name; none without one. */
export function regionOf(name: string | null): Region {
  return name === null ? {} : { tabIndex: 0, role: 'group', 'aria-label': name };
}
