"""Why nothing can go on: who waits for whom, and the circle among them."""

import asyncio

from ..recorder import Place
from .awaiting import Locate
from .event_loop import waits_of
from .halt import HaltReason
from .thread import BLOCKED, VirtualThread
from .waits import WaitOf, wait_of


def explain(threads: list[VirtualThread], locate: Locate) -> HaltReason:
    """The reason to end a run in which every thread waits for something that can never come."""
    blocked = [thread for thread in threads if thread.state is BLOCKED]
    waits = {thread: wait_of(thread, locate) for thread in blocked}
    lines: list[str] = []
    for thread in blocked:
        if isinstance(thread.on, asyncio.AbstractEventLoop):
            lines += waits_of(thread.on, locate)
            if len(blocked) == 1:
                continue
        lines.append(_sentence(thread, waits[thread]))
    return HaltReason("stuck", lines, cycle=[_sentence(thread, waits[thread]) for thread in _cycle(waits)])


def _cycle(waits: dict[VirtualThread, WaitOf]) -> list[VirtualThread]:
    """The threads that wait for one another in a circle, beginning with the lowest number; empty when none do."""
    for start in waits:
        path: list[VirtualThread] = []
        thread: VirtualThread | None = start
        while thread is not None and thread not in path:
            path.append(thread)
            wait = waits.get(thread)
            thread = None if wait is None else wait.held_by
        if thread is start:
            return path
    return []


def _sentence(thread: VirtualThread, wait: WaitOf) -> str:
    return f"{thread.name} waits for {wait.what}{_where(wait.place)}"


def _where(place: Place | None) -> str:
    return f" ({place.file}, line {place.line})" if place else ""
