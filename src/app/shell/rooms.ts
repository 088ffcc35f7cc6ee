/** The media queries that tell how much room a screen has; the style sheets turn at the same widths. */

export const NARROW = '(max-width: 700px)';
export const STACKED = '(max-width: 960px)';
export const LARGE = '(min-width: 1900px) and (min-height: 900px)';
