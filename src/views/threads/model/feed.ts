/** Feed: a list that grows with the run, each item of which is taken once. */
import type { Micros } from '../../../trace/vocabulary.ts';

/** An item that was not taken before: when it happened, and what to do about it. */
interface News {
  readonly time: Micros;
  readonly index: number;
  readonly feed: Feed;
}

export interface Feed {
  /** what has happened since the last time */
  take(): News[];
  /** tells of item `index` */
  tell(index: number): void;
}

/** `timeOf` is null for an item that has not happened yet: those after it wait as well. */
export function feedOf<T>(
  items: readonly T[],
  timeOf: (item: T) => Micros | null,
  tell: (item: T, index: number) => void,
): Feed {
  let taken = 0;
  const feed: Feed = {
    take() {
      const news: News[] = [];
      for (; taken < items.length; taken += 1) {
        const item = items[taken];
        const time = item === undefined ? null : timeOf(item);
        if (time === null) break;
        news.push({ time, index: taken, feed });
      }
      return news;
    },
    tell(index) {
      const item = items[index];
      if (item !== undefined) tell(item, index);
    },
  };
  return feed;
}
