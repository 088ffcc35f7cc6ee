"""One access to what threads may share."""

from collections.abc import Iterator
from types import BuiltinMethodType, FunctionType, MethodType, ModuleType
from typing import Any, NamedTuple

from ..cpython.value_stack import MISSING

# Values that are about the program, not its data.
_NO_DATA = (FunctionType, BuiltinMethodType, MethodType, ModuleType, type)

WHOLE: Any = object()


class Access(NamedTuple):
    """One access. `key` tells places apart that do not depend on each other; all of a container is one such place.

    `item` is what of a container, None where it is all of it or where the place is no container. `also` is what the
    same instruction accesses besides.
    """

    key: tuple[Any, ...]
    owner: object
    item: object
    label: str
    write: bool
    value: Any
    also: "Access | None" = None

    @property
    def is_data(self) -> bool:
        """Whether it is about the data of the program: not its functions, the state of an iterator, what is not
        there."""
        kind = self.key[0]
        is_missing = kind == "attribute" and not self.write and self.value is MISSING
        return kind not in ("object", "outside", "unseen") and not is_missing and not is_about_code(self.value)

    def all(self) -> Iterator["Access"]:
        """This one and all besides."""
        access: Access | None = self
        while access is not None:
            yield access
            access = access.also


# Stands for what cannot be seen.
UNSEEN = Access(("unseen",), None, None, "", False, MISSING)
# Stands for all that is kept outside of the program's objects: files, the environment, what libraries remember.
OUTSIDE = Access(("outside",), None, None, "", True, MISSING)


def is_about_code(value: object) -> bool:
    """Whether a value is a function, a class or a module."""
    # `isinstance` would ask the object for its `__class__`, and so run the program's code.
    return issubclass(type(value), _NO_DATA)
