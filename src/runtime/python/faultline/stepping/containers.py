"""Built-in containers, looked at without running any code of the program's."""

import gc
from array import array
from collections import OrderedDict, defaultdict, deque
from types import GeneratorType, ModuleType
from typing import Any

from .classes import compares_by_value, module_of
from .value_stack import MISSING

_KINDS = (list, dict, set, deque, bytearray, array)
_EXACT = frozenset({*_KINDS, defaultdict, OrderedDict})
# What knows the container that it was made of: iterators and views.
_ITERATORS = frozenset(type(iter(kind())) for kind in (list, dict, set, deque, bytearray, OrderedDict)) | {
    type(iter(array("b"))),
    type(reversed([])),
}
_FROM = frozenset(
    {*_ITERATORS, type({}.keys()), type({}.values()), type({}.items()), type(iter({}.values())), type(iter({}.items()))}
)
# Where the types of built-in iterators say that they are from.
_ITERATING = ("builtins", "itertools")
_NUMBERED = (list, deque, bytearray, array)
_PLAIN = frozenset({int, str, bytes, bool, float})


def container_of(value: object) -> Any:
    """The container that `value` is, or is an iterator or a view of; else MISSING. One that an iterator has come to the
    end of is no longer known."""
    kind = type(value)
    if kind in _EXACT:
        return value
    if kind is memoryview:
        return _viewed(value)
    if kind in _FROM:
        return next((one for one in gc.get_referents(value) if type(one) in _EXACT), MISSING)
    return value if issubclass(kind, _KINDS) else MISSING


def _viewed(view: Any) -> Any:
    try:
        return container_of(view.obj)
    except ValueError:
        # It has been released.
        return MISSING


def is_iterator(value: Any) -> bool:
    """Whether whoever takes something from `value` leaves less to others."""
    kind = type(value)
    return kind is GeneratorType or (module_of(kind) in _ITERATING and hasattr(kind, "__next__"))


def is_keyed(container: object) -> bool:
    """Whether something in the container can change without the rest: what is in a list can move."""
    return issubclass(type(container), (dict, set))


def item_of(container: Any, item: object) -> Any:
    """The value at an index or key, or MISSING."""
    kind = type(item)
    if kind not in _PLAIN and not (kind is tuple and all(type(part) in _PLAIN for part in item)):  # type: ignore[attr-defined]
        return MISSING
    try:
        if issubclass(type(container), dict):
            # Not `container[item]`, for which a subclass may have a method.
            return dict.get(container, item, MISSING)
        for base in _NUMBERED:
            if issubclass(type(container), base):
                return base.__getitem__(container, item)  # type: ignore[index]
    except Exception:
        # Also what an `__eq__` of the program's raises, of a key with the same hash.
        pass
    return MISSING


def may_change(value: object) -> bool:
    """Whether something built in has a state: what compares by value and can be hashed has none."""
    kind = type(value)
    if value is MISSING or value is None or issubclass(kind, (ModuleType, type)):
        return False
    return not compares_by_value(kind)
