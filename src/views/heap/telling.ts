/** What changes the picture of the heap, event by event: what is held at each look, and collections. Pure. */
import { changes, labelWords } from '../../messages/en.ts';
import type { Lane } from '../../trace/lane.ts';
import type { Picture } from '../../trace/picture.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { changesToldBy, type Role } from '../shared/growingChanges.ts';
import { COLLECTIONS, LIVE, TRACED } from './names.ts';
import { summaryOf } from './summary.ts';

const words = changes.heap;

/** The heap of a picture, change by change: all that one look reports is one. */
export const heapChanges = changesToldBy({ roleOf, wordsOf });

function laneAt({ lanes, stream }: Picture, event: number): Lane | undefined {
  return lanes[stream.trackAt(event)];
}

function roleOf(picture: Picture, event: number): Role {
  const lane = laneAt(picture, event);
  const word = picture.stream.wordAt(event);
  if (lane === undefined) return 'none';
  if (word === 'gauge') {
    const index = picture.stream.indexAt(event);
    const isSame = lane.levels.at(index)?.value === lane.levels.at(index - 1)?.value;
    return isDrawn(picture, lane) && !isSame ? 'joins' : 'follows';
  }
  if (word !== 'mark') return 'none';
  return lane === picture.laneLabelled(COLLECTIONS) ? 'begins' : 'joins';
}

function isDrawn(picture: Picture, lane: Lane): boolean {
  const live = picture.laneLabelled(LIVE);
  return lane === picture.laneLabelled(TRACED) || (live !== null && lane.parent === live.id);
}

function wordsOf(picture: Picture, event: number, whole: Micros): string {
  const lane = laneAt(picture, event);
  const { traced, classes, ended } = summaryOf(picture, whole);
  if (lane !== undefined && lane === picture.laneLabelled(COLLECTIONS)) {
    const mark = lane.marks.at(picture.stream.indexAt(event));
    if (mark !== undefined) return words.collected(labelWords(mark.name));
  }
  const [most] = classes;
  const holds = words.holds(traced?.now ?? 0, most?.now ?? 0, most?.label ?? null);
  return ended ? `${words.ended} ${holds}` : holds;
}
