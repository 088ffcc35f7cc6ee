/** Names of the tracks that the memory probe reports, and of what it reports on them. */

export const TRACED = 'traced bytes';
export const LIVE = 'live objects';
export const CONTAINERS = 'containers';
export const COLLECTIONS = 'collections';
export const FREED = 'freed by the collector';
export const LATE = 'late garbage';
export const GROWTH = 'growth';
export const HELD = 'held by';

/** The state of the collector while the program has it switched off. */
export const OFF = 'off';
