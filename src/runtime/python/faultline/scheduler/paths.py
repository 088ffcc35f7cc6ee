"""Ways to an object from a program's variables: `lock`, `forks[1]`, `account.lock`, `bank.accounts['ann'].lock`."""

import dis
from collections.abc import Iterable, Iterator
from types import CodeType, FrameType, GetSetDescriptorType, MemberDescriptorType, ModuleType
from typing import Any

from ..source.class_of import class_of
from ..source.locate import Locate
from ..source.module_names import file_of, names_in

_mro: Any = type.__dict__["__mro__"]
_names_of: Any = type.__dict__["__dict__"]
# Larger collections are not searched, nor is what lies behind more steps: names are wanted at every wait.
_MOST_ITEMS = 100
_MOST_STEPS = 4
_MOST_SEEN = 2000
# So deep into a thing, and so many of what is there, is looked for what it may tell the address of.
_DEEP, _MOST_THINGS = 3, 20_000

Named = tuple[str, object]
# Turns the name of a file into a path of the program's, or None.


def variables_of(names: dict[str, Any]) -> list[Named]:
    """The variables in a module's dictionary, without those that Python gives to every module."""
    return [(name, value) for name, value in list(names.items()) if type(name) is str and not name.startswith("__")]


def path_to(thing: object, variables: Iterable[Named], locate: Locate) -> str | None:
    """The shortest way to `thing` from these variables, through attributes and items; of equally short ones the first.
    None where there is none. Runs no code of the program's."""
    level, seen = list(variables), {id(thing)}
    for step in range(_MOST_STEPS):
        for name, value in level:
            if value is thing:
                return name
        following: list[Named] = []
        for name, value in level if step + 1 < _MOST_STEPS else ():
            if id(value) in seen:
                continue
            seen.add(id(value))
            if len(seen) > _MOST_SEEN:
                break
            following += _parts(name, value, locate)
        level = following
    return None


def locals_of(frame: FrameType) -> list[Named]:
    """The local variables of a function's call, without the object that its method belongs to: `self` is anybody."""
    if frame.f_locals is frame.f_globals:
        return []
    code = frame.f_code
    own = code.co_varnames[0] if code.co_argcount and code.co_varnames[0] in ("self", "cls") else None
    return [(name, value) for name, value in frame.f_locals.items() if name != own and not name.startswith(".")]


def passing_names(code: CodeType) -> frozenset[str]:
    """The variables that a `for` loop of this code binds: each names one thing after another."""
    names: set[str] = set()
    binds = 0
    for instruction in dis.get_instructions(code):
        operation = instruction.opname
        if operation == "FOR_ITER":
            binds = 1
        elif binds and operation == "UNPACK_SEQUENCE":
            binds += (instruction.arg or 0) - 1
        elif binds and operation in ("STORE_NAME", "STORE_GLOBAL", "STORE_FAST", "STORE_DEREF"):
            names.add(str(instruction.argval))
            binds -= 1
        elif binds and operation == "STORE_FAST_STORE_FAST":
            names.update(str(name) for name in instruction.argval)
            binds -= 2
        elif operation != "CACHE":
            binds = 0
    return frozenset(names)


def own_object_of(frame: FrameType) -> object:
    """The object whose method a frame runs; None in a function."""
    code = frame.f_code
    if code.co_argcount and code.co_varnames[0] in ("self", "cls"):
        return frame.f_locals.get(code.co_varnames[0])
    return None


def attributes_of(value: object) -> Iterator[Named]:
    """The attributes that an object has itself, in its dictionary or in slots."""
    yield from list((dictionary_of(value) or {}).items())
    for cls in _mro.__get__(type(value)):
        for name, descriptor in list(_names_of.__get__(cls).items()):
            if type(descriptor) is MemberDescriptorType:
                try:
                    yield name, descriptor.__get__(value)
                except AttributeError:
                    continue  # it has not been set


def dictionary_of(thing: object) -> dict[str, Any] | None:
    """The dictionary in which an object has its attributes, if it has one. Not where its class computes `__dict__`, as
    that would run the program's code."""
    for cls in _mro.__get__(type(thing)):
        descriptor = _names_of.__get__(cls).get("__dict__")
        if descriptor is not None:
            held: Any = descriptor.__get__(thing) if type(descriptor) is GetSetDescriptorType else None
            return held if class_of(held) is dict else None
    return None


def things_in(thing: object) -> Iterator[object]:
    """A thing, its items or attributes, theirs, and once more those of these; so many at most, the nearest first."""
    level, seen = [thing], 0
    for _ in range(_DEEP):
        following: list[object] = []
        for one in level:
            yield one
            seen += 1
            if seen < _MOST_THINGS:
                following += (part for _name, part in _parts("", one, _nowhere))
        level = following[: _MOST_THINGS - min(seen, _MOST_THINGS)]
    yield from level


def _nowhere(_file: str) -> None:
    """No module is the program's: they are not gone into."""


def _parts(name: str, value: object, locate: Locate) -> Iterator[Named]:
    """What one step leads to: the items of a collection, the attributes of an object, of a class or of a module."""
    kind = type(value)
    if kind in (dict, list, tuple):
        for key, item in _items(value):
            yield f"{name}[{key!r}]", item
        return
    names: Iterable[Named]
    if issubclass(kind, ModuleType):
        own = locate(file_of(value) or "") is not None
        names = variables_of(names_in(value) or {}) if own else ()
    elif issubclass(kind, type):
        names = [pair for pair in list(_names_of.__get__(value).items()) if not pair[0].startswith("__")]
    else:
        names = attributes_of(value)
    for attribute, one in names:
        if type(attribute) is str and not attribute.startswith("__"):
            yield f"{name}.{attribute}", one


def _items(value: Any) -> list[tuple[object, object]]:
    if len(value) > _MOST_ITEMS:
        return []
    if class_of(value) is dict:
        items: list[tuple[object, object]] = list(value.items())
        return [item for item in items if type(item[0]) in (int, str)]
    things: Iterable[object] = value
    return list(enumerate(things))
