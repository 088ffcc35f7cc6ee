"""How primitives appear to programs."""

from typing import Any, NoReturn


def known_as(thing: Any, module: str, name: str) -> None:
    """Gives a class or a function the name that programs know it by."""
    thing.__module__ = module
    thing.__name__ = name
    thing.__qualname__ = name


def no_pickle(self: object) -> NoReturn:
    """`__reduce__` of what cannot be pickled or copied, as CPython says it."""
    cls = type(self)
    raise TypeError(f"cannot pickle {f'{cls.__module__}.{cls.__name__}'!r} object")
