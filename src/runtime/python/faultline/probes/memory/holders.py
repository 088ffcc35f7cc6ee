"""Holders: what the objects of a chain are, by the program's own names. Runs no code of the program's."""

import functools
import types
from collections import OrderedDict, defaultdict, deque
from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

from ...accesses.attributes import own_names
from ...cpython.frames import outwards
from ...report import holder_facts as facts
from ...report.fact import Fact
from ...source.class_of import class_of
from ...source.ours import OURS

_CONTAINERS = frozenset({list, tuple, set, frozenset, dict, deque, defaultdict, OrderedDict})
_METHODS = (types.MethodType, types.BuiltinMethodType)
_CALLS = {
    types.GeneratorType: "gi_code",
    types.CoroutineType: "cr_code",
    types.AsyncGeneratorType: "ag_code",
    types.FrameType: "f_code",
}
_LRU_CACHE = type(functools.lru_cache(lambda: None))
_LRU_ENTRY = "_lru_list_elem"

NOWHERE = facts.no_name()
AT_EXIT = facts.exit_function()
FURTHER = facts.not_followed()
# So many equal holders in a row, as of a linked list, are reported as one.
_MANY = 3

_mro: Any = type.__dict__["__mro__"]
_name_of: Any = type.__dict__["__name__"]
_names_of: Any = type.__dict__["__dict__"]


class Holder(NamedTuple):
    """The names of a module. `module` is empty for the program's entry; `near` says how near it is to the program."""

    names: dict[str, Any]
    module: str
    near: int


def links_of(path: list[Any], end: Holder | Fact) -> list[Fact]:
    """A chain in facts: an object, who holds it, who holds that one. `end` holds the last, or says who does."""
    last = path[0]
    links = [_link(last, None)]
    for index, holder in enumerate(path[1:], 1):
        if _is_part_of(holder, path[index + 1] if index + 1 < len(path) else None):
            continue
        name = _name_within(holder, last)
        if name is not None and type(last) in _CONTAINERS:
            links[-1] = facts.container(type(last).__name__, name)
            name = None
        links.append(_link(holder, name))
        last = holder
    links.append(_global(end, path[-1]) if isinstance(end, Holder) else end)
    return [link for one, run in groupby(links) for link in _in_a_row(one, len(list(run)))]


def local_of(thing: object, frames: Iterable[types.FrameType]) -> Fact | None:
    """The variable of a call under way that has an object. `frames` are the innermost ones."""
    for innermost in frames:
        for frame in outwards(innermost):
            name = _key_of(frame.f_locals, thing)
            if name is not None and not frame.f_code.co_filename.startswith(OURS):
                return facts.local_variable(name, frame.f_code.co_name)
    return None


def _in_a_row(link: Fact, count: int) -> list[Fact]:
    return [link, facts.in_a_row(count)] if count >= _MANY else [link] * count


def _is_part_of(holder: Any, above: Any) -> bool:
    """Whether a holder is only a piece of the next one, and not worth a word of its own."""
    kind = class_of(holder)
    if kind is types.CellType:
        return True
    if above is None:
        return False
    if type(above) is types.FunctionType:
        return kind in (tuple, dict)
    if type(above) is _LRU_CACHE or _name_of.__get__(type(above)) == _LRU_ENTRY:
        return kind in (tuple, dict) or _name_of.__get__(kind) == _LRU_ENTRY
    if kind is types.TracebackType:
        return type(above) is types.TracebackType
    if kind is dict:
        # An object's, or a class's, own dictionary.
        return own_names(above) is holder or issubclass(type(above), type)
    return False


def _link(thing: Any, name: str | None) -> Fact:
    kind = class_of(thing)
    if kind in _CONTAINERS:
        return facts.container(kind.__name__, None)
    if kind in _METHODS:
        return facts.bound_method(_called(thing))
    if kind is types.FunctionType:
        return facts.function(thing.__name__, name)
    if kind is _LRU_CACHE:
        return facts.lru_cache(_called((own_names(thing) or {}).get("__wrapped__")))
    if kind in _CALLS:
        code = getattr(thing, _CALLS[kind])
        return (facts.frame if kind is types.FrameType else facts.suspended_call)(code.co_name)
    if kind is types.TracebackType:
        return facts.traceback()
    if issubclass(kind, type):
        return facts.class_object(_name_of.__get__(thing))
    label = _name_of.__get__(kind)
    return (facts.exception if issubclass(kind, BaseException) else facts.instance)(label, name)


def _called(function: Any) -> str:
    kind = class_of(function)
    if kind is types.MethodType:
        return _called(function.__func__)
    return function.__name__ if kind in (types.FunctionType, *_METHODS) else "?"


def _name_within(holder: Any, held: Any) -> str | None:
    """The variable or attribute by which a holder has what it holds, where it has a name for it."""
    kind = class_of(holder)
    if kind in _CONTAINERS or kind in _METHODS or kind is _LRU_CACHE or kind in _CALLS:
        return None
    if kind is types.FunctionType:
        return _closed_over(holder, held)
    if issubclass(kind, type):
        return _key_of(_names_of.__get__(holder), held)
    name = _key_of(own_names(holder) or {}, held)
    return _slot_of(holder, held) if name is None else name


def _key_of(names: Any, held: Any) -> str | None:
    for name, value in names.items():
        if value is held and type(name) is str:
            return name
    return None


def _slot_of(holder: Any, held: Any) -> str | None:
    for cls in _mro.__get__(type(holder)):
        for name, descriptor in _names_of.__get__(cls).items():
            if type(descriptor) is types.MemberDescriptorType and _is_in(descriptor, holder, held):
                return str(name)
    return None


def _is_in(descriptor: types.MemberDescriptorType, holder: Any, held: Any) -> bool:
    try:
        return descriptor.__get__(holder) is held
    except (AttributeError, TypeError):
        return False


def _closed_over(function: types.FunctionType, held: Any) -> str | None:
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or ()):
        try:
            if cell.cell_contents is held:
                return name
        except ValueError:
            # Not filled yet, or emptied.
            continue
    return None


def _global(end: Holder, held: Any) -> Fact:
    return facts.global_variable(_key_of(end.names, held) or "?", end.module or None)
