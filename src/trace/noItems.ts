/** Items of no lane: nothing, of whatever kind. */
import { ReadItems, type Items } from './items.ts';
import type { LevelItems } from './lane.ts';

class Nothing extends ReadItems<never> {
  readonly length = 0;

  timeAt(): number {
    return Infinity;
  }

  valueAt(): number {
    return 0;
  }

  protected read(): never {
    throw new RangeError('there is nothing');
  }
}

const nothing = new Nothing();

export const NO_ITEMS: Items<never> = nothing;
export const NO_LEVELS: LevelItems = nothing;
