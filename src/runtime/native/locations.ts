// Locations that threads share, by the address of their owner and by what of it they are: known until the turn ends.
import { LOCATIONS, TURN } from './state.ts';

// An entry: the owner, the key, the turn in which it is known, and the counts of the location or 0.
const ENTRY_SHIFT: u32 = 4;
const KEY: usize = 4;
const KNOWN_IN: usize = 8;
const COUNTS: usize = 12;
/** The bytes of the table. */
export const LOCATIONS_BYTES: i32 = 1 << 16;
const MASK: u32 = (1 << 12) - 1;
// So many entries after the first may hold a location.
const NEAR: u32 = 8;
/** Instead of a turn: for good. */
const FOR_GOOD: u32 = 0xffffffff;

/** The address of where the counts of a location are noted, or 0 where the location is not known. */
export function knownLocation(state: usize, owner: usize, key: u32): usize {
  const first = hash(owner, key);
  for (let step: u32 = 0; step < NEAR; step++) {
    const entry = at(state, first + step);
    if (load<usize>(entry) == owner && load<u32>(entry, KEY) == key)
      return isKnown(state, entry) ? entry + COUNTS : 0;
  }
  return 0;
}

/** Knows a location until the turn ends, or for good. Where there is no room another one is known no more. */
export function knowLocation(state: usize, owner: usize, key: u32, counts: usize, forGood: bool): void {
  const first = hash(owner, key);
  let entry: usize = 0;
  for (let step: u32 = 0; step < NEAR; step++) {
    const found = at(state, first + step);
    if (load<usize>(found) == owner && load<u32>(found, KEY) == key) {
      entry = found;
      break;
    }
    if (entry == 0 && !isKnown(state, found)) entry = found;
  }
  if (entry == 0) entry = at(state, first);
  store<usize>(entry, owner);
  store<u32>(entry, key, KEY);
  store<u32>(entry, forGood ? FOR_GOOD : load<u32>(state, TURN), KNOWN_IN);
  store<usize>(entry, counts, COUNTS);
}

function at(state: usize, location: u32): usize {
  return load<usize>(state, LOCATIONS) + ((location & MASK) << ENTRY_SHIFT);
}

function isKnown(state: usize, entry: usize): bool {
  const knownIn = load<u32>(entry, KNOWN_IN);
  return knownIn == load<u32>(state, TURN) || knownIn == FOR_GOOD;
}

function hash(owner: usize, key: u32): u32 {
  let mixed: u32 = (<u32>(owner >> 3) ^ (key * 0x85ebca6b)) * 0x9e3779b1;
  mixed ^= mixed >> 15;
  return mixed;
}
