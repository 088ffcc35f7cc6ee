"""Chain: who holds an object, from holder to holder up to a name of the program's, by the shortest way."""

import gc
import sys
from types import FrameType
from typing import Any

from ...module_names import file_of, names_in
from ...scheduler.awaiting import Locate
from ...tracebacks import OURS
from .holders import FURTHER, NOWHERE, Holder, words_of

# Longer chains are not told, and no more holders of one length are followed: a long-lived object has thousands.
MOST_LENGTH = 24
MOST_HOLDERS = 400


def chain_to(thing: object, locate: Locate) -> list[str]:
    """The object and its holders in words: `Screen`, bound method `show`, list `listeners`, `Feed`, global `feed`."""
    modules = _modules(locate)
    path, end = _path(thing, modules)
    return words_of(path, end)


def _modules(locate: Locate) -> dict[int, Holder]:
    """The dictionaries of all modules, by their address."""
    found = {}
    for name, module in list(sys.modules.items()):
        names, file = names_in(module), file_of(module)
        if names is not None and type(name) is str:
            own = file is not None and locate(file) is not None
            # `__main__` may be listed under a second name as well.
            found.setdefault(id(names), Holder(names, name if name != "__main__" else "", own))
    return found


def _path(thing: object, modules: dict[int, Holder]) -> tuple[list[Any], Holder | str]:
    """The objects from `thing` to the last one that is known, and the module that holds it, or words for who does."""
    nodes = [thing]
    came_from = [-1]
    seen = {id(thing), id(nodes)}
    layer = [0]
    left_out = False
    for _ in range(MOST_LENGTH):
        following: list[int] = []
        # Its list is kept by nothing: it would be found as a holder in the next round.
        for holder, held in _holders([(nodes[index], index) for index in layer], seen):
            nodes.append(holder)
            came_from.append(held)
            if id(holder) in modules:
                return _way(nodes, came_from, held), modules[id(holder)]
            following.append(len(nodes) - 1)
        left_out |= len(following) >= MOST_HOLDERS
        if not following:
            # Nobody holds these, unless it is somebody who was left out.
            return _way(nodes, came_from, layer[-1]), FURTHER if left_out else NOWHERE
        layer = following
    return _way(nodes, came_from, layer[0]), FURTHER


def _way(nodes: list[Any], came_from: list[int], last: int) -> list[Any]:
    way = []
    while last >= 0:
        way.append(nodes[last])
        last = came_from[last]
    return way[::-1]


def _holders(held: list[tuple[Any, int]], seen: set[int]) -> list[tuple[Any, int]]:
    """Who refers to one of these, each with the number of what it refers to. Adds them to `seen`."""
    numbers = {id(one): number for one, number in held}
    ours = {id(held), *map(id, held)}
    targets = [one for one, _ in held]
    ours.add(id(targets))
    found: list[tuple[Any, int]] = []
    # The tuple in which the collector is given its question holds the targets too: it is the one with this in it.
    question = object()
    for holder in gc.get_referrers(*targets, question):
        if id(holder) in seen or id(holder) in ours or _is_ours(holder):
            continue
        if type(holder) is tuple and holder and holder[-1] is question:
            continue
        number = next((numbers[id(one)] for one in gc.get_referents(holder) if id(one) in numbers), None)
        if number is not None:
            seen.add(id(holder))
            found.append((holder, number))
            if len(found) >= MOST_HOLDERS:
                break
    return found


def _is_ours(holder: object) -> bool:
    """Frames of our own; those of the program are told, as a traceback may keep them."""
    return type(holder) is FrameType and holder.f_code.co_filename.startswith(OURS)
