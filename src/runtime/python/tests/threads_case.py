"""A test case whose tests are programs: each runs as the main thread of a scheduler of its own."""

import io
import threading
import unittest
from collections.abc import Callable
from contextlib import redirect_stderr
from typing import Any

from faultline.cpython.replacements import Replacements
from faultline.environment.scheduler_hooks import install
from faultline.environment.thread_modules import install_threads
from faultline.scheduler.clock import VirtualClock
from faultline.scheduler.outside import Outside
from faultline.scheduler.scheduler import Scheduler
from faultline.scheduler.steps import Steps
from faultline.scheduler.strategies.random_walk import RandomWalk
from faultline.scheduler.strategies.strategy import Cooperative, Strategy

from .stage import ON_IMAGE, standard_run

if ON_IMAGE:
    from .carrier_machine import CarrierMachine as ManyCarriers
else:
    from .thread_machine import ThreadMachine as ManyCarriers

# One machine for all tests of an interpreter: its carriers never end.
_machine = ManyCarriers()
_steps = Steps()
_clock = VirtualClock(_machine.now, _steps.passed, price=1e-9)
_scheduler = Scheduler(_machine, _clock, _steps, Outside(_machine, _clock, skip_waits=True))


class ThreadsCase(unittest.TestCase):
    """Waiting takes no time, on a clock that only waiting advances. Switches happen only where a thread waits."""

    def strategy(self) -> Strategy:
        return Cooperative()

    def setUp(self) -> None:
        self.scheduler = _scheduler
        replacements = Replacements()
        _scheduler.restart(self.strategy())
        _clock.restart()
        install(replacements, _scheduler, clocks="virtual", standard_run=standard_run)
        install_threads(replacements, _scheduler)
        self.addCleanup(replacements.restore)
        self.addCleanup(_scheduler.unwind)

    def start(self, function: Callable[..., object], *args: Any, **options: Any) -> threading.Thread:
        """A thread that runs `function`, started."""
        thread = threading.Thread(target=function, args=args, **options)
        thread.start()
        return thread

    def join(self, *threads: threading.Thread) -> None:
        """Waits for the threads, all of which must end."""
        for thread in threads:
            thread.join(1000)
            self.assertFalse(thread.is_alive(), f"{thread.name} has not ended")

    def together(self, function: Callable[..., object], count: int) -> None:
        """Runs `function` in so many threads and waits for them."""
        self.join(*[self.start(function) for _ in range(count)])

    def assertNow(self, seconds: float) -> None:
        """So much time has passed since the test began."""
        self.assertAlmostEqual(self.scheduler.now(), seconds, places=3)

    def stderr_of(self, function: Callable[[], object]) -> str:
        """What is printed on stderr meanwhile."""
        with redirect_stderr(io.StringIO()) as text:
            function()
        return text.getvalue()


class AtRandom(ThreadsCase):
    """The same with threads chosen at random wherever there is a choice."""

    def strategy(self) -> Strategy:
        return RandomWalk(hash_of(self.id()), 0.5)


def hash_of(text: str) -> int:
    """The same in every process."""
    return sum(map(ord, text))
