"""Chain: who holds an object, from holder to holder up to a name of the program's, by the shortest way."""

import atexit
import gc
from collections.abc import Iterable
from types import FrameType
from typing import Any

from ...report.fact import Fact
from ...source.class_of import class_of
from ...source.locate import Locate
from ...source.ours import OURS
from .holders import AT_EXIT, FURTHER, NOWHERE, Holder, links_of, local_of
from .reach import IMPORTED, OWN, UNHEARD_OF, modules_by_reach

# Longer chains are not reported, and no more holders of one length are followed: a long-lived object has thousands.
MOST_LENGTH = 24
MOST_HOLDERS = 400
# So many holders more may lie on the way to a module that is nearer to the program.
MOST_DETOUR = 4


def chain_to(thing: object, locate: Locate, frames: Iterable[FrameType]) -> list[Fact]:
    """The object and its holders: `Screen`, bound method `show`, list `listeners`, `Feed`, global `feed`.
    `frames` are the innermost of all threads: what they hold nobody else need hold."""
    path, end = _path(thing, modules_by_reach(locate))
    return links_of(path, local_of(path[-1], frames) or end if end == NOWHERE else end)


def chain_to_a_name(things: list[object], locate: Locate, frames: Iterable[FrameType]) -> list[Fact]:
    """The same for the first of some objects that leads to a name: others may be garbage, which leads to none."""
    chain: list[Fact] = []
    for thing in things:
        chain = chain_to(thing, locate, frames)
        if chain[-1] != NOWHERE:
            break
    return chain


def _path(thing: object, modules: dict[int, Holder]) -> tuple[list[Any], Holder | Fact]:
    """The objects from `thing` to the last one that is known, and the module that holds it, or a fact of who does. By
    the shortest way, unless a little further on there is a module that is nearer to the program."""
    nodes = [thing]
    came_from = [-1]
    seen = {id(thing), id(nodes)}
    layer = [0]
    left_out = False
    best: tuple[int, Holder | Fact] | None = None
    nearest, still = UNHEARD_OF + 1, MOST_LENGTH
    for _ in range(MOST_LENGTH):
        following: list[int] = []
        # Its list is kept by nothing: it would be found as a holder in the next round.
        for holder, held in _holders([(nodes[index], index) for index in layer], seen):
            module = modules.get(id(holder))
            if module is not None:
                # Who holds the module does not matter: everybody may who knows its name.
                if module.near < nearest:
                    best, nearest = (held, module), module.near
                    still = min(still, MOST_DETOUR) if nearest < UNHEARD_OF else still
                continue
            if _is_exit_functions(holder):
                # What it holds is the function with its arguments: no word of its own.
                if nearest >= UNHEARD_OF:
                    best, nearest = (max(came_from[held], 0), AT_EXIT), IMPORTED
                    still = min(still, MOST_DETOUR)
                continue
            nodes.append(holder)
            came_from.append(held)
            following.append(len(nodes) - 1)
        left_out |= len(following) >= MOST_HOLDERS
        still -= 1
        if best is not None and (nearest == OWN or still < 0 or not following):
            return _way(nodes, came_from, best[0]), best[1]
        if not following:
            # Nobody holds these, unless it is somebody who was left out.
            return _way(nodes, came_from, layer[-1]), FURTHER if left_out else NOWHERE
        layer = following
    if best is not None:
        return _way(nodes, came_from, best[0]), best[1]
    return _way(nodes, came_from, layer[0]), FURTHER


def _way(nodes: list[Any], came_from: list[int], last: int) -> list[Any]:
    way: list[Any] = []
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
        if class_of(holder) is tuple and holder and holder[-1] is question:
            continue
        number = next((numbers[id(one)] for one in gc.get_referents(holder) if id(one) in numbers), None)
        if number is not None:
            seen.add(id(holder))
            found.append((holder, number))
            if len(found) >= MOST_HOLDERS:
                break
    return found


def _is_ours(holder: object) -> bool:
    """Frames of our own; those of the program are reported, as a traceback may keep them."""
    return type(holder) is FrameType and holder.f_code.co_filename.startswith(OURS)


def _is_exit_functions(holder: Any) -> bool:
    """Whether it is the interpreter's own list of functions with their arguments."""
    if class_of(holder) is not list or len(holder) != atexit._ncallbacks():
        return False
    return all(
        class_of(one) is tuple and len(one) == 3 and callable(one[0]) and class_of(one[1]) is tuple for one in holder
    )
