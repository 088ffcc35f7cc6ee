"""What a module is and holds, found without running code of the program's: it may put anything into `sys.modules`."""

from types import ModuleType
from typing import Any

_names_of: Any = vars(ModuleType)["__dict__"]


def names_in(thing: object) -> dict[str, Any] | None:
    """The names of a module; None for what is none, whatever it pretends to be."""
    return _names_of.__get__(thing) if issubclass(type(thing), ModuleType) else None


def file_of(thing: object) -> str | None:
    """The file that a module says it comes from."""
    file = (names_in(thing) or {}).get("__file__")
    return file if type(file) is str else None
