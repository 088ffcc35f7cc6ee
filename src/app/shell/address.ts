/**
 * The part of the address behind `#`, as something to listen to. The browser tells of a link that is followed and of Back
 * and Forward, but not of what the page itself writes there.
 */
import { useSyncExternalStore } from 'react';
import { numberEntry } from './scrolled.ts';

type Listener = (change: AddressChange) => void;

/**
 * Why the address is another: the `person` has followed a link or typed one, gone `back` or forward to where they have
 * been, or the page has written where they are.
 */
export type AddressChange = 'person' | 'back' | 'page';

const listeners = new Set<Listener>();

/**
 * Begins to listen to the browser, and says how the page has come to its first address. To be called once, and before
 * `keepScrolled`, which numbers new entries.
 */
export function listenToAddress(): AddressChange {
  addEventListener('hashchange', () => notify(howCome()));
  return howCome();
}

/** Calls back at each change; returns how to stop. */
export function onAddress(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * The address that has been followed. It lags behind `location` until the lesson of a new address is open: React may read
 * it in between, and would draw the screen of a lesson that has no workspace yet.
 */
let followed = '';

/** Says that all that stands for the page's address now is open. */
export function noteFollowed(): void {
  followed = location.hash;
}

/** What stands behind `#` of the address that has been followed, with it. */
export function useAddress(): string {
  return useSyncExternalStore(onAddress, () => followed);
}

/** Goes to an address as a link to it would. */
export function goTo(address: string): void {
  if (location.hash !== address) location.hash = address;
}

/** Writes where the person has gone: Back leads to where they were. */
export function pushAddress(address: string): void {
  if (location.hash === address) return;
  history.pushState(null, '', address);
  numberEntry();
  notify('page');
}

/** Writes where the person is, in the place of what stands there. */
export function replaceAddress(address: string): void {
  if (location.hash === address) return;
  history.replaceState(history.state, '', address);
  notify('page');
}

/** An entry that has been shown before has a number, also after a reload; see `scrolled.ts`. */
function howCome(): AddressChange {
  return typeof history.state === 'number' ? 'back' : 'person';
}

function notify(change: AddressChange): void {
  for (const listener of listeners) listener(change);
}
