"""Where an attribute is kept: in the object, in a class or in a module. Found without running any code of the
program's."""

from functools import cached_property
from types import MemberDescriptorType, ModuleType
from typing import Any

from ..cpython.value_stack import MISSING
from ..scheduler.paths import dictionary_of
from ..source.class_of import class_of
from ..source.module_names import names_in

_mro: Any = type.__dict__["__mro__"]
_names_of: Any = type.__dict__["__dict__"]


def place_of(owner: Any, name: str) -> tuple[Any, Any] | None:
    """Who has the attribute that reading `owner.name` gives, and its value: MISSING where there is none yet, which is
    kept in `owner` then. None for methods, properties and the like."""
    kind = class_of(owner)
    if issubclass(kind, type):
        for cls in _mro.__get__(owner):
            names = _names_of.__get__(cls)
            if name in names:
                return _data(cls, names[name])
    own = own_names(owner)
    if own is not None and name in own:
        return owner, own[name]
    for cls in _mro.__get__(kind):
        names = _names_of.__get__(cls)
        if name not in names:
            continue
        value = names[name]
        if type(value) is not MemberDescriptorType:
            return _data(cls, value)
        try:
            return owner, value.__get__(owner)
        except AttributeError:
            return owner, MISSING
    return owner, MISSING


def fills_itself(owner: Any, name: str) -> bool:
    """Whether the attribute is a `functools.cached_property`."""
    return any(type(_names_of.__get__(cls).get(name)) is cached_property for cls in _mro.__get__(type(owner)))


def in_classes(kind: type, name: str, after: type | None = None) -> tuple[type, Any] | None:
    """The class that gives `kind` the attribute, of those that come behind `after`, and its value."""
    classes = _mro.__get__(kind)
    start = next((index + 1 for index, cls in enumerate(classes) if cls is after), 0)
    for cls in classes[start:]:
        names = _names_of.__get__(cls)
        if name in names:
            return cls, names[name]
    return None


def own_names(owner: Any) -> dict[str, Any] | None:
    """The dictionary in which an object has its attributes, if it has one."""
    return names_in(owner) if issubclass(type(owner), ModuleType) else dictionary_of(owner)


def _data(cls: type, value: Any) -> tuple[type, Any] | None:
    """An attribute of a class, unless it is there to make something of it when it is read."""
    return None if any("__get__" in _names_of.__get__(one) for one in _mro.__get__(type(value))) else (cls, value)
