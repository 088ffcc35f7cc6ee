"""Classes: how many objects of each class of the program's own are alive. Counts them, and keeps none of them."""

import os
import weakref
from operator import countOf
from typing import Any, NamedTuple

from ...cpython.aside import made_by_us
from ...cpython.loaded import all_objects
from ...source.locate import Locate

# Programs that make classes without end have the first of them counted.
MOST_CLASSES = 40

_names_of: Any = type.__dict__["__dict__"]
_mro: Any = type.__dict__["__mro__"]
_name_of: Any = type.__dict__["__name__"]
_subclasses: Any = type.__dict__["__subclasses__"]


@made_by_us
class _Kind(NamedTuple):
    """`label` is None for a class that is not the program's own."""

    known: "weakref.ref[type]"
    label: str | None


def _is_plain(metaclass: type) -> bool:
    """Whether its classes are hashed and compared as ordinary ones are."""
    return all(
        one is type or one is object or not ({"__hash__", "__eq__"} & _names_of.__get__(one).keys())
        for one in _mro.__get__(metaclass)
    )


def _all_classes() -> list[type]:
    """The collector does not list what was frozen before, as all of a snapshot is: classes know those below them."""
    found: dict[int, type] = {}
    left: list[type] = [object]
    while left:
        for kind in _subclasses(left.pop()):
            if id(kind) not in found:
                found[id(kind)] = kind
                left.append(kind)
    return [*found.values()]


class Classes:
    """Finds objects by the collector's own list: objects that the collector does not follow are not counted."""

    def __init__(self, locate: Locate) -> None:
        self._locate = locate
        # Where the program's files lie: a run begins in their folder.
        self._folder = os.getcwd()
        # By the address of the class. Weakly: a class that the program drops must go.
        self._kinds: dict[int, _Kind] = {}
        self._labels: dict[str, None] = {}
        # Of the last count: how many objects were looked at.
        self.seen = 0
        # A class that is there before the program begins is Python's, also where the program has a file of its name.
        for kind in _all_classes():
            if self._is_of_program(kind):
                self._kinds[id(kind)] = _Kind(weakref.ref(kind), None)

    def count(self) -> dict[str, int]:
        """The live objects by the name of their class. A class that has had some is listed from then on."""
        objects = all_objects()
        self.seen = len(objects)
        # Nothing here makes an object for each of them: the program's memory is being traced.
        if all(map(_is_plain, set(map(type, map(type, objects))))):
            kinds = set(map(type, objects))
            # By name, as a set is ordered by addresses, and the same run is to tell the same.
            for kind in sorted((kind for kind in kinds if id(kind) not in self._kinds), key=_name_of.__get__):
                self._learn(kind)
            own = filter(self.is_own, kinds)
            numbers = {kind: countOf(map(type, objects), kind) for kind in own}
        else:
            numbers = self._carefully_counted(objects)
        counts = dict.fromkeys(self._labels, 0)
        for kind, number in numbers.items():
            label = self._kinds[id(kind)].label or ""
            counts[label] = counts.get(label, 0) + number
        return counts

    def _carefully_counted(self, objects: list[Any]) -> dict[type, int]:
        """The same without the classes whose metaclass is more than an ordinary one, and without comparing any."""
        numbers: dict[type, int] = {}
        for kind in map(type, objects):
            if _is_plain(type(kind)) and self.is_own(kind):
                numbers[kind] = numbers.get(kind, 0) + 1
        return numbers

    def one_of(self, label: str) -> Any:
        """Any object of a class with this name; None when there is none."""
        some = self.some_of(label, 1)
        return some[0] if some else None

    def some_of(self, label: str, most: int = 5) -> list[Any]:
        """Objects of a class with this name, from here and there."""
        objects: list[object] = all_objects()
        keys = {key for key, kind in self._kinds.items() if kind.label == label and kind.known() is not None}
        found = [one for one in objects if id(type(one)) in keys]
        # The first of them is not the first and not the last there is: either may be held in a way of its own.
        first = len(found) // 2
        return [found[(first + len(found) * one // most) % len(found)] for one in range(min(most, len(found)))]

    def is_own(self, kind: type) -> bool:
        """Whether the class is the program's own."""
        known = self._kinds.get(id(kind))
        if known is None or known.known() is None:
            known = self._learn(kind)
        return known.label is not None

    def _learn(self, kind: type) -> _Kind:
        label = _name_of.__get__(kind) if self._is_of_program(kind) else None
        if label is not None and label not in self._labels:
            if len(self._labels) < MOST_CLASSES:
                self._labels[label] = None
            else:
                label = None
        learnt = self._kinds[id(kind)] = _Kind(weakref.ref(kind), label)
        return learnt

    def _is_of_program(self, kind: type) -> bool:
        module = _names_of.__get__(kind).get("__module__")
        if type(module) is not str:
            return False
        path = f"{self._folder}/{module.replace('.', '/')}"
        return module == "__main__" or any(self._locate(path + end) for end in (".py", "/__init__.py"))
