/** What changes the timeline, event by event: tasks that are created, run, wait, hold the loop and end. Pure. */
import { changes, labelWords, quoteNames } from '../../messages/en.ts';
import { isFact } from '../../trace/facts.ts';
import type { Lane, Stretch } from '../../trace/lane.ts';
import type { Picture } from '../../trace/picture.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { changesToldBy, type Role } from '../shared/growingChanges.ts';
import { wherever } from '../shared/wherever.ts';
import { activityOf, TASKS } from './activity.ts';
import { cancellationOf, outcomeWords } from './outcome.ts';

const words = changes.task;
const where = wherever([]);

/** The tasks of a picture, change by change. */
export const timelineChanges = changesToldBy({ roleOf, wordsOf });

function taskAt(picture: Picture, event: number): Lane | null {
  const lane = picture.lanes[picture.stream.trackAt(event)];
  return lane !== undefined && isTask(picture, lane) ? lane : null;
}

function isTask(picture: Picture, lane: Lane): boolean {
  for (let above: Lane | undefined = lane; above !== undefined; above = parentOf(picture, above)) {
    if (above !== lane && above === picture.laneLabelled(TASKS)) return true;
  }
  return false;
}

function parentOf({ lanes }: Picture, { parent }: Lane): Lane | undefined {
  return parent === null ? undefined : lanes[parent];
}

function roleOf(picture: Picture, event: number): Role {
  const lane = taskAt(picture, event);
  if (lane === null) return 'none';
  const [word, index] = [picture.stream.wordAt(event), picture.stream.indexAt(event)];
  if (word === 'open' || word === 'close') return 'begins';
  if (word === 'state') {
    const activity = activityOf(lane.stretches.at(index)?.state ?? '');
    return activity === 'ready' || activity === 'created' ? 'none' : 'begins';
  }
  if (word !== 'mark') return 'none';
  const name = lane.marks.at(index)?.name;
  return name !== undefined && isFact(name, 'loop held') ? 'begins' : 'follows';
}

function wordsOf(picture: Picture, event: number, whole: Micros): string {
  const lane = taskAt(picture, event);
  if (lane === null) return '';
  const { label, spans, stretches, marks } = lane;
  const [word, index] = [picture.stream.wordAt(event), picture.stream.indexAt(event)];
  if (word === 'open') return words.begins(label, where(spans.at(index)?.place ?? null));
  if (word === 'mark') return words.held(label, where(marks.at(index)?.place ?? null));
  if (word === 'state') return doing(label, stretches.at(index));
  const outcome = outcomeWords(spans.at(index)?.outcome ?? null, cancellationOf(lane, whole));
  return words.ends(label, quoteNames(outcome));
}

function doing(task: string, stretch: Stretch | undefined): string {
  const { state = '', detail = null, place = null } = stretch ?? {};
  const activity = activityOf(state);
  if (activity === 'running') return words.runs(task, where(place));
  if (activity === 'waiting') return words.waits(task, quoteNames(labelWords(detail ?? '')), where(place));
  return words.other(task, state);
}
