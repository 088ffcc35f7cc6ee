"""A test case whose tests are executions by hand, which the observer of a search follows."""

import sys
import unittest
from collections.abc import Callable
from types import FrameType
from typing import Any

from faultline.accesses.sites import Site
from faultline.scheduler.clock import VirtualClock
from faultline.scheduler.outside import Outside
from faultline.scheduler.rules import Ruled
from faultline.scheduler.scheduler import Scheduler
from faultline.scheduler.steps import Steps
from faultline.scheduler.thread import VirtualThread
from faultline.search.explorer import Branch, Explorer, Guided
from faultline.search.observer import Observer

from .hand_made_stack import HandMadeStack
from .stage import TestMachine

LOCK, OTHER = object(), object()


class Relay(TestMachine):
    """Whoever is switched to does one thing at once and hands back: as much of a carrier as can be had on one stack."""

    most_threads = 10

    def __init__(self) -> None:
        super().__init__()
        self.turn: Callable[[], object] = lambda: None
        self.switched = 0

    def grow(self, count: int) -> None:
        pass

    def switch(self, carrier: int) -> None:
        self.switched += 1
        self.turn()


def frame_of_module(names: dict[str, Any]) -> FrameType:
    scope = {**names, "getframe": sys._getframe}
    exec(compile("def f():\n    return getframe()\n", "main.py", "exec"), scope)
    frame: FrameType = scope["f"]()
    return frame


class ObserverCase(unittest.TestCase):
    def setUp(self) -> None:
        self.machine = Relay()
        steps = Steps()
        clock = VirtualClock(self.machine.now, steps.passed, price=1e-9)
        self.scheduler = Scheduler(self.machine, clock, steps, Outside(self.machine, clock, skip_waits=True))
        self.steps = steps
        stack: Any = HandMadeStack()
        self.stack: HandMadeStack = stack
        self.observer = Observer(self.scheduler, stack, lambda file: file if file == "main.py" else None)
        self.observer.attach()
        self.explorer = Explorer(None)
        self.frame = frame_of_module({"x": 0, "y": 0})

    def begin(self, branch: Branch | None = None) -> None:
        """Another execution: the main thread and two more, which are ready."""
        if branch is None:
            self.explorer.restart()
            branch = self.explorer.next()
        assert branch is not None
        self.execution = self.explorer.execution()
        guided = Guided(self.explorer, branch, self.execution)
        self.steps.restart()
        self.scheduler.restart(guided)
        self.observer.begin(guided, self.execution)
        self.one, self.two = [self.scheduler.spawn(lambda: None, False, name) for name in ("one", "two")]
        # It waits for their end.
        self.scheduler.main.state = "blocked"

    def go_on(self, thread: VirtualThread) -> None:
        """It is this thread's turn, and it has passed a point."""
        if self.scheduler.current is not thread:
            self.scheduler.current = thread
            for listen in self.scheduler.watchers.on_switch:
                listen(thread)
        self.steps.count()

    def access(self, thread: VirtualThread, name: str = "x", *, write: bool = False, line: int = 1) -> None:
        """A thread reads or writes a global variable."""
        self.go_on(thread)
        self.look(Site("global write" if write else "global read", name, name, line, 0, False))

    def look(self, site: Site) -> None:
        look = self.observer.prepare(site, self.frame.f_code)
        (look.look if isinstance(look, Ruled) else look)(self.frame)

    def use(self, thread: VirtualThread, verb: str, happened: str = "", on: object = LOCK) -> None:
        """A thread uses a lock or the like."""
        self.go_on(thread)
        self.scheduler.operation(verb, on)
        if happened:
            self.scheduler.notify(happened, on)

    def states(self, *executions: Callable[[], object]) -> int:
        """In how many states the executions leave the program."""
        found: set[object] = set()
        explorer = self.explorer
        explorer.restart()
        for execution in executions:
            self.begin(Branch({}, 0))
            execution()
            found.add(self.execution.state())
        return len(found)
