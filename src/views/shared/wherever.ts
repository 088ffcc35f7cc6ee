/** Says where: by line, and by file too as soon as there are several. */
import { views } from '../../messages/en.ts';
import type { Place } from '../../trace/vocabulary.ts';

/** `line 4` while all of these places are in one file, else `shop/orders.py line 4`; nothing for no place. */
export function wherever(places: Iterable<Place | null>): (place: Place | null) => string {
  const several = inSeveralFiles(places);
  return (place) => {
    if (place === null) return '';
    return several ? views.fileLine(place.file, place.line) : views.line(place.line);
  };
}

function inSeveralFiles(places: Iterable<Place | null>): boolean {
  let first: string | null = null;
  for (const place of places) {
    if (place === null) continue;
    first ??= place.file;
    if (place.file !== first) return true;
  }
  return false;
}
