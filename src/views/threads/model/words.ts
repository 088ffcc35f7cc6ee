/** The words of events: on the picture, in the tooltip and in the table. Pure. */
import { labelWords, quoteNames, views, waitedFor } from '../../../messages/en.ts';
import type { Label } from '../../../trace/facts.ts';
import type { RankedEvent, What } from './rows.ts';

const words = views.threads;
/** Values longer than this are shown in the tooltip and in the table only. */
const LONGEST_VALUE = 14;

/** What happened, as part of a sentence. */
export function whatWords(what: What): string {
  switch (what.kind) {
    case 'started':
      return words.what.started;
    case 'running':
      return words.what.running;
    case 'waiting':
      return words.what.waiting(quoteNames(labelWords(what.detail ?? '')));
    case 'acquired':
      return words.what.acquired(what.lock);
    case 'released':
      return words.what.released(what.lock);
    case 'noted':
      return labelWords(what.name);
    case 'read':
      return words.what.read(what.of, what.value);
    case 'wrote':
      return words.what.wrote(what.of, what.value);
  }
}

/** What happened at an event, with what went wrong in it. */
export function eventWords({ what, flaw }: RankedEvent): string {
  return flaw === null ? whatWords(what) : words.what.flawed(whatWords(what), labelWords(flaw.name));
}

/** Words for a sign, longest first. While only one variable is shared, its name is not needed. */
export function chipWords(alone: boolean): (event: RankedEvent) => readonly string[] {
  return ({ what }) => {
    switch (what.kind) {
      case 'read':
      case 'wrote': {
        const value =
          what.value.length > LONGEST_VALUE ? `${what.value.slice(0, LONGEST_VALUE)}…` : what.value;
        const named = words.chip[what.kind](alone ? value : `${shortName(what.of)} ${value}`);
        return alone ? [named, value] : [named, words.chip[what.kind](value), value];
      }
      case 'acquired':
      case 'released':
        return [words.chip[what.kind](shortName(what.lock)), words.chip[what.kind]('')];
      case 'noted':
        return [labelWords(what.name)];
      case 'started':
      case 'running':
      case 'waiting':
        return [];
    }
  };
}

/** `account.balance` is `balance` where space is short; `stock['apples']` stays. */
function shortName(name: string): string {
  return name.includes('[') ? name : name.slice(name.lastIndexOf('.') + 1);
}

/** What a thread waits for, without who is in the way: `lock a`, `Thread-1 (work) to end`. */
export function waitWords(detail: Label | null): string {
  return words.waits(waitedFor(detail ?? ''));
}
