"""Built-in containers, looked at without running any code of the program's."""

import gc
from array import array
from collections import OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterable
from types import GeneratorType, ModuleType
from typing import Any

from ..cpython.value_stack import MISSING
from ..source.class_of import class_of
from .classes import compares_by_identity, compares_by_value, module_of

_KINDS: tuple[type[Any], ...] = (list, dict, set, deque, bytearray, array)
_EXACT = frozenset({*_KINDS, defaultdict, OrderedDict})


def _iterator_of(kind: Callable[[], Iterable[object]]) -> type:
    return type(iter(kind()))


# What knows the container that it was made of: iterators and views.
_ITERATORS: frozenset[type] = frozenset(map(_iterator_of, (list, dict, set, deque, bytearray, OrderedDict))) | {
    type(iter(array("b"))),
    type(reversed(list[Any]())),
}
_none: dict[Any, Any] = {}
_FROM: frozenset[type] = frozenset(
    {*_ITERATORS, type(_none.keys()), type(_none.values()), type(_none.items())}
    | {type(iter(_none.values())), type(iter(_none.items()))}
)
# Where the types of built-in iterators say that they are from.
_ITERATING = ("builtins", "itertools")
_NUMBERED: tuple[Any, ...] = (list, deque, bytearray, array)
# The addresses of classes.
_PLAIN = frozenset(map(id, (int, str, bytes, bool, float, type(None))))
_get = dict[Any, Any].get
_keys = dict[Any, Any].keys
# Larger dictionaries are not gone through at each look.
_MOST_KEYS = 1000


def container_of(value: object) -> Any:
    """The container that `value` is, or is an iterator or a view of; else MISSING. One that an iterator has come to the
    end of is no longer known."""
    kind = class_of(value)
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
    kind = class_of(value)
    return kind is GeneratorType or (module_of(kind) in _ITERATING and hasattr(kind, "__next__"))


def is_keyed(container: object) -> bool:
    """Whether something in the container can change without the rest: what is in a list can move."""
    return issubclass(type(container), (dict, set))


def item_of(container: Any, item: object) -> Any:
    """The value at an index or key, or MISSING. Also MISSING where finding it could run the program's code."""
    if not _is_plain(item):
        return MISSING
    try:
        if issubclass(type(container), dict):
            # Not `container[item]`, for which a subclass may have a method.
            return _get(container, item, MISSING) if _compares_plainly(container) else MISSING
        for base in _NUMBERED:
            if issubclass(type(container), base):
                return base.__getitem__(container, item)
    except Exception:
        pass
    return MISSING


def _is_plain(key: Any) -> bool:
    kind = class_of(key)
    # By their addresses: a metaclass of the program's may have a hash of its own.
    return id(kind) in _PLAIN or (kind is tuple and all(id(class_of(part)) in _PLAIN for part in key))


def _compares_plainly(container: dict[Any, Any]) -> bool:
    """Whether looking something up compares it by CPython's own code only, whichever keys have the same hash."""
    if len(container) > _MOST_KEYS:
        return False
    # Almost always all keys are plain, which this finds out without a step of Python for each.
    if _PLAIN.issuperset(map(id, map(type, _keys(container)))):
        return True
    return all(_is_plain(key) or compares_by_identity(class_of(key)) for key in _keys(container))


def may_change(value: object) -> bool:
    """Whether something built in has a state: what compares by value and can be hashed has none."""
    kind = class_of(value)
    if value is MISSING or value is None or issubclass(kind, (ModuleType, type)):
        return False
    return not compares_by_value(kind)
