/** Counted: schemas of lists whose length is looked at before any of their items. */
import * as v from 'valibot';

/** A list of at most `most` items. */
export const countedList = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.custom<unknown[]>(isCounted(most)), v.array(item));

/** Many small items: `fits` checks each by hand, since a schema would cost several times as much and copy them. */
export const countedItems = <Item>(fits: (item: unknown) => boolean, most: number) =>
  v.custom<Item[]>((list) => {
    if (!isCounted(most)(list)) return false;
    // `every` would pass over the holes of a sparse array.
    for (let index = 0; index < list.length; index += 1) if (!fits(list[index])) return false;
    return true;
  });

function isCounted(most: number): (list: unknown) => list is unknown[] {
  return (list): list is unknown[] => Array.isArray(list) && list.length <= most;
}
