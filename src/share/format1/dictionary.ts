/** The dictionary of format 1: what both ends of a link have before one arrives. It is frozen, as the format is. */
import words from './dictionary.txt?raw';

/**
 * Typical Python, and the programs of the lessons as they were when the format was made. What stands near the end costs
 * least to point at.
 */
export const DICTIONARY: Uint8Array = new TextEncoder().encode(words);
