"""Containers: how long the program's lists, dicts, sets and deques are that have a name in a module or an object of
one."""

import sys
from collections import OrderedDict, defaultdict, deque
from collections.abc import Callable
from typing import Any

from ...accesses.attributes import own_names
from ...source.class_of import class_of
from ...source.locate import Locate
from ...source.module_names import file_of, names_in

KINDS = frozenset({list, dict, set, deque, defaultdict, OrderedDict})
MOST_CONTAINERS = 30
_MOST_NAMES = 200


class Containers:
    """Knows the program's modules."""

    def __init__(self, locate: Locate, is_own: Callable[[type], bool]) -> None:
        self._locate = locate
        self._is_own = is_own
        self._modules: list[str] = []
        self._counted = 0

    def sizes(self) -> dict[str, int]:
        """Lengths by name: `cache`, `feed.listeners`."""
        found: dict[str, int] = {}
        for module in self._own_modules():
            for name, value in _named(names_in(sys.modules.get(module)) or {}):
                if type(value) in KINDS:
                    found.setdefault(name, len(value))
                elif self._is_own(class_of(value)):
                    for attribute, held in _named(own_names(value) or {}):
                        if type(held) in KINDS:
                            found.setdefault(f"{name}.{attribute}", len(held))
                if len(found) >= MOST_CONTAINERS:
                    return found
        return found

    def _own_modules(self) -> list[str]:
        # There are hundreds of modules: they are gone through only when some have come or gone.
        if len(sys.modules) != self._counted:
            self._counted = len(sys.modules)
            self._modules = [name for name, one in list(sys.modules.items()) if self._is_of_program(one)]
        return self._modules

    def _is_of_program(self, module: Any) -> bool:
        file = file_of(module)
        return file is not None and self._locate(file) is not None


def _named(names: dict[str, Any]) -> list[tuple[str, Any]]:
    if len(names) > _MOST_NAMES:
        return []
    return [(name, value) for name, value in names.items() if type(name) is str and not name.startswith("__")]
