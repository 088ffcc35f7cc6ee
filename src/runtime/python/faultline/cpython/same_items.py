"""Whether two lists have the same objects in them, without asking these whether they are equal."""

from operator import is_
from typing import Any


def _one_by_one(one: list[Any], other: list[Any], /) -> object:
    return len(one) == len(other) and all(map(is_, one, other))


class SameItems:
    """`compare` is native code where there is some (`native/lists.ts`): a search compares a thousand objects after each
    execution."""

    compare = staticmethod(_one_by_one)


def compare_natively(native: Any) -> None:
    """From now on lists are compared by native code, which `worker/native.ts` has put there."""
    SameItems.compare = native.sameItems
