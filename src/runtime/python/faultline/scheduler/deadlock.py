"""Why nothing can go on: who waits for whom, and the circle among them."""

import asyncio
from collections import Counter
from collections.abc import Callable

from ..pristine.halt import HaltReason
from ..report.fact import Fact
from ..report.facts import waits
from ..source.locate import Locate
from .awaiting import waits_of
from .names import Names
from .thread import BLOCKED, VirtualThread
from .waits import WaitOf, wait_of


def explain(threads: list[VirtualThread], locate: Locate, names: Names) -> HaltReason:
    """The reason to end a run in which every thread waits for something that can never come."""
    blocked = [thread for thread in threads if thread.state is BLOCKED]
    called = _names(threads)
    known = {thread: wait_of(thread, locate, names, called) for thread in blocked}
    lines: list[Fact] = []
    for thread in blocked:
        if isinstance(thread.on, asyncio.AbstractEventLoop):
            lines += waits_of(thread.on, locate)
            if len(blocked) == 1:
                continue
        lines.append(_fact(called(thread), known[thread]))
    return HaltReason("stuck", lines, cycle=[_fact(called(thread), known[thread]) for thread in _cycle(known)])


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


def _names(threads: list[VirtualThread]) -> Callable[[VirtualThread], str]:
    """What to call the threads: those that share a name are told apart by their numbers."""
    often = Counter(thread.name for thread in threads)
    return lambda thread: thread.name if often[thread.name] == 1 else f"{thread.name} #{thread.number}"


def _fact(thread: str, wait: WaitOf) -> Fact:
    file, line = wait.place or (None, None)
    return waits(thread, file, line, wait.what)
