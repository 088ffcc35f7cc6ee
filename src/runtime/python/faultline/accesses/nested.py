"""What is inside of what is looked at: containers in containers, and the state of objects."""

import gc
from collections import deque
from collections.abc import Iterator
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any

from ..cpython.value_stack import MISSING
from ..source.class_of import class_of
from .access import OUTSIDE, UNSEEN, WHOLE, Access
from .attributes import own_names
from .containers import container_of
from .library import Library

# As much as is looked at; what is beyond is unseen.
_DEEPEST = 5
_MOST_FOUND = 64
_MOST_ITEMS = 20_000
# The containers of an object are near to it.
_NEAR = 2

_PLAIN = frozenset({int, str, bytes, bool, float, complex, type(None), range, slice})
_CODE = (ModuleType, type, FunctionType, BuiltinFunctionType, MethodType)
_keys, _values = dict[Any, Any].keys, dict[Any, Any].values
_LISTED: tuple[Any, ...] = (list, set, deque)
_names_of: Any = type.__dict__["__dict__"]


class Nested:
    """Looks inside, without running any code of the program's."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def inside(self, values: list[Any], *, write: bool = False, attributes: bool = False) -> Iterator[Access]:
        """The containers and objects of the library in `values`, and in them. `attributes`: also those of the program's
        objects, as for code of the library's that looks at them."""
        seen: set[int] = set()
        items, todo = 0, deque((value, 0) for value in values)
        while todo:
            value, depth = todo.popleft()
            kind = class_of(value)
            items += 1
            if kind in _PLAIN or value is MISSING or id(value) in seen:
                continue
            seen.add(id(value))
            container = container_of(value)
            if container is not MISSING and container is not None:
                yield Access(("container", id(container)), container, WHOLE, "", write, MISSING)
                found = contents(container)
            elif kind in (tuple, frozenset):
                found = list(value)
            elif issubclass(kind, _CODE):
                continue
            elif self._library.state_of(value) is not None:
                yield from self.state(value)
                continue
            else:
                found = []
                if attributes or "__dataclass_fields__" in _names_of.__get__(kind):
                    names = own_names(value) or {}
                    for name in names:
                        yield Access(("attribute", id(value), name), value, None, "", write, MISSING)
                    found = list(names.values())
            if found and (depth == _DEEPEST or len(seen) > _MOST_FOUND or items + len(found) > _MOST_ITEMS):
                if any(type(one) not in _PLAIN for one in found[:_MOST_ITEMS]) or len(found) > _MOST_ITEMS:
                    yield UNSEEN
                continue
            todo.extend((one, depth + 1) for one in found if type(one) not in _PLAIN)
            items += len(found)

    def state(self, thing: object) -> Iterator[Access]:
        """An object of the library's changes, and with it the containers that it is made of."""
        if self._library.state_of(thing) == "outside":
            yield OUTSIDE
        else:
            yield Access(("object", id(thing)), thing, None, "", True, MISSING)
        near: list[tuple[object, int]] = [(thing, 0)]
        seen = {id(thing)}
        for one, depth in near:
            for inner in gc.get_referents(one):
                container = container_of(inner)
                if container is MISSING or container is None or id(container) in seen:
                    continue
                seen.add(id(container))
                if len(seen) > _MOST_FOUND:
                    yield UNSEEN
                    return
                yield Access(("container", id(container)), container, WHOLE, "", True, MISSING)
                if depth < _NEAR:
                    near.append((container, depth + 1))


def contents(container: Any) -> list[Any]:
    """What is in a container; of a subclass too, whatever methods it has."""
    kind = class_of(container)
    if issubclass(kind, dict):
        return [*_keys(container), *_values(container)]
    for base in _LISTED:
        if issubclass(kind, base):
            return list(base.__iter__(container))
    return []
