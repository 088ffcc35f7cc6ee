/**
 * Keeps address and screen together. An address opens its lesson, step or link; where the person goes by a button, that
 * is written into the address, so that Back and Forward go through lessons and steps and a reload stays. The address of
 * a link is never rewritten.
 */
import { lessons } from '../../lesson/catalog.ts';
import type { LessonAddress } from '../../lesson/address.ts';
import type { Lesson } from '../../lesson/schema.ts';
import type { Commands } from '../../session/commands.ts';
import type { Workspace } from '../../store/workspace.ts';
import { currentIn, currentWorkspace, useWorkspaces } from '../../store/workspaces.ts';
import {
  listenToAddress,
  noteFollowed,
  onAddress,
  pushAddress,
  replaceAddress,
  type AddressChange,
} from './address.ts';
import { placeAddress, routeOf } from './route.ts';

/** Connects both, for the life of the page. */
export function followAddress(commands: Commands): void {
  const go = (change: AddressChange) => {
    if (change === 'page') return;
    const route = routeOf(location.hash, lessons);
    if (route.kind !== 'lesson') {
      commands.leavePresent();
      return commands.stop();
    }
    const { lesson, opened } = route;
    if (opened.by === 'link') commands.openLink(lesson, opened.link);
    else if (opened.by === 'fault') commands.open(lesson);
    else openPlace(lesson, opened.address, change, commands);
  };
  const follow = (change: AddressChange) => {
    go(change);
    noteFollowed();
  };
  const begun = listenToAddress();
  onAddress(follow);
  follow(begun);
  useWorkspaces.subscribe((now, before) => {
    const [workspace, former] = [currentIn(now), currentIn(before)];
    if (workspace === null || workspace.link !== null || now.open !== before.open) return;
    if (workspace.step !== former?.step) writeStep(workspace);
    if (workspace.schedule !== former?.schedule) dropOldSettings(workspace);
  });
}

/**
 * The plain address of a lesson leads to where the person has left it. Only from within the lesson, and by Back or
 * Forward, it is that of its beginning.
 */
function openPlace(
  lesson: Lesson,
  { place, settings }: LessonAddress,
  change: AddressChange,
  commands: Commands,
): void {
  const isOpen = useWorkspaces.getState().open === lesson.id;
  commands.open(lesson);
  if (place.kind === 'step') commands.goToStep(place.step - 1);
  else if (isOpen || change === 'back') commands.goToStep(0);
  if (Object.keys(settings).length > 0) commands.setSchedule(settings);
  const workspace = currentWorkspace();
  if (workspace !== null && stepIn(location.hash) !== workspace.step) {
    replaceAddress(placeAddress(lesson, workspace.step) + queryOf(location.hash));
  }
}

/** By whatever the person has come to another step. */
function writeStep({ lesson, step }: Workspace): void {
  const { hash } = location;
  const route = routeOf(hash, lessons);
  if (route.kind !== 'lesson' || (route.lesson === lesson && stepIn(hash) === step)) return;
  pushAddress(placeAddress(lesson, step) + queryOf(hash));
}

/** Settings stay in the address, for a reload, as long as they are those that are chosen. */
function dropOldSettings({ lesson, schedule }: Workspace): void {
  const settings = addressOf(location.hash)?.settings ?? {};
  const { model, strategy, seed } = { ...schedule, ...settings };
  const holds = model === schedule.model && strategy === schedule.strategy && seed === schedule.seed;
  if (!holds) replaceAddress(placeAddress(lesson, stepIn(location.hash) ?? 0));
}

function addressOf(hash: string): LessonAddress | null {
  const route = routeOf(hash, lessons);
  return route.kind === 'lesson' && route.opened.by === 'address' ? route.opened.address : null;
}

/** The step that an address leads to; null for one that leads to none. */
function stepIn(hash: string): number | null {
  const place = addressOf(hash)?.place;
  return place === undefined ? null : place.kind === 'step' ? place.step - 1 : 0;
}

function queryOf(hash: string): string {
  return addressOf(hash) === null ? '' : (/\?.*$/s.exec(hash)?.[0] ?? '');
}
