"""What the program calls an object: `lock`, `self.lock`, `jobs`."""

import sys
from collections.abc import Iterable, Iterator
from types import FrameType, GetSetDescriptorType, ModuleType
from typing import Any

from ..module_names import names_in
from .awaiting import Locate

# The frame's caller as it is, also while a program is shown none of our frames.
_back: Any = vars(FrameType)["f_back"]
_mro: Any = type.__dict__["__mro__"]
_names_of: Any = type.__dict__["__dict__"]
# Larger collections are not searched: names are wanted at every wait.
_MOST_ITEMS = 100


def name_in(thing: object, frame: FrameType | None) -> str | None:
    """The name by which the code of `frame` knows `thing`: a variable of its own, one of the module (of the program's
    entry without a frame), an attribute of one of its own variables, or something in a collection that has such a name.
    None when it has none."""
    module = (names_in(sys.modules.get("__main__")) or {}) if frame is None else frame.f_globals
    own = module if frame is None else frame.f_locals
    known = [(name, value) for names in (own, module) for name, value in names.items() if not name.startswith("__")]
    held = [(f"{name}.{attribute}", one) for name, value in own.items() for attribute, one in _attributes(value)]
    return _called(thing, (*known, *held)) or _called(thing, _insides((*known, *held)))


def path_to(thing: object, frame: FrameType | None) -> str | None:
    """The name that all of the module's code knows `thing` by: a variable, something in one, or an attribute of either:
    `lock`, `forks[1]`, `account.lock`, `accounts[0].lock`. None when it has none."""
    module = (names_in(sys.modules.get("__main__")) or {}) if frame is None else frame.f_globals
    named = [(name, value) for name, value in module.items() if not name.startswith("__")]
    known = [*named, *_insides(named)]
    held = ((f"{name}.{attribute}", one) for name, value in known for attribute, one in _attributes(value))
    return _called(thing, known) or _called(thing, held)


def _called(thing: object, known: Iterable[tuple[str, object]]) -> str | None:
    return next((name for name, value in known if value is thing), None)


def _insides(known: Iterable[tuple[str, object]]) -> Iterator[tuple[str, object]]:
    """What lies in the containers among these, by its place: `forks[1]`."""
    return ((f"{name}[{key!r}]", one) for name, value in known for key, one in _items(value))


def _items(value: object) -> list[tuple[object, object]]:
    kind = type(value)
    if kind is dict:
        return [item for item in value.items() if type(item[0]) in (int, str)] if len(value) <= _MOST_ITEMS else []  # type: ignore[attr-defined, arg-type]
    if kind in (list, tuple) and len(value) <= _MOST_ITEMS:  # type: ignore[arg-type]
        return list(enumerate(value))  # type: ignore[call-overload]
    return []


def _attributes(value: object) -> list[tuple[str, object]]:
    if issubclass(type(value), ModuleType):
        return []
    return list((dictionary_of(value) or {}).items())


def dictionary_of(thing: object) -> dict[str, Any] | None:
    """The dictionary in which an object has its attributes, if it has one. Not where its class computes `__dict__`, as
    that would run the program's code."""
    for cls in _mro.__get__(type(thing)):
        descriptor = _names_of.__get__(cls).get("__dict__")
        if descriptor is not None:
            held = descriptor.__get__(thing) if type(descriptor) is GetSetDescriptorType else None
            return held if type(held) is dict else None
    return None


def real_back(frame: FrameType) -> FrameType | None:
    """The caller of a frame, ours too; what only looks like a frame knows it by itself."""
    back: FrameType | None = _back.__get__(frame) if type(frame) is FrameType else frame.f_back
    return back


def outwards(frame: FrameType | None) -> Iterator[FrameType]:
    """`frame`, its caller, its caller's caller, and so on."""
    while frame is not None:
        yield frame
        frame = real_back(frame)


def own_frame(frame: FrameType | None, locate: Locate) -> FrameType | None:
    """The innermost frame of the program's own code, from `frame` outwards."""
    return next((one for one in outwards(frame) if locate(one.f_code.co_filename)), None)
