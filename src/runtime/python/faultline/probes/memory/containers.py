"""Containers: how long the program's lists, dicts, sets and deques are that have a name in a module or an object of one."""

import sys
from collections import OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from ...scheduler.awaiting import Locate
from ...stepping.attributes import own_names

KINDS = frozenset({list, dict, set, deque, defaultdict, OrderedDict})
MOST_CONTAINERS = 30
_MOST_NAMES = 200


def sizes(locate: Locate, is_own: Callable[[type], bool]) -> dict[str, int]:
    """Lengths by name: `cache`, `feed.listeners`."""
    found: dict[str, int] = {}
    for names in _modules(locate):
        for name, value in _named(names):
            if type(value) in KINDS:
                found.setdefault(name, len(value))
            elif is_own(type(value)):
                for attribute, held in _named(own_names(value) or {}):
                    if type(held) in KINDS:
                        found.setdefault(f"{name}.{attribute}", len(held))
            if len(found) >= MOST_CONTAINERS:
                return found
    return found


def _modules(locate: Locate) -> Iterator[dict[str, Any]]:
    for module in list(sys.modules.values()):
        if type(module) is ModuleType:
            names = vars(module)
            file = names.get("__file__")
            if type(file) is str and locate(file):
                yield names


def _named(names: dict[str, Any]) -> list[tuple[str, Any]]:
    if len(names) > _MOST_NAMES:
        return []
    return [(name, value) for name, value in names.items() if type(name) is str and not name.startswith("__")]
