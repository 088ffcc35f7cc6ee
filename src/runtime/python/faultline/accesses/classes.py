"""What a class says of itself, without asking a metaclass of the program's for it."""

from typing import Any

_name: Any = type.__dict__["__name__"]
_module: Any = type.__dict__["__module__"]
_attribute: Any = type.__getattribute__


def name_of(kind: type) -> str:
    """A class's `__name__`."""
    return _name.__get__(kind)


def module_of(kind: type) -> str:
    """A class's `__module__`; empty where it is no text."""
    module = _module.__get__(kind)
    return module if type(module) is str else ""


def compares_by_value(kind: type) -> bool:
    """Whether two objects of a class can be equal, and be hashed."""
    return _attribute(kind, "__eq__") is not object.__eq__ and _attribute(kind, "__hash__") is not None


def compares_by_identity(kind: type) -> bool:
    """Whether an object of a class is equal to nothing but itself."""
    return _attribute(kind, "__eq__") is object.__eq__
