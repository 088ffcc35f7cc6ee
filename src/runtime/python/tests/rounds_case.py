"""Runs the tests of the primitives once more in rounds: each test is rewritten, as a program would be."""

import unittest
from types import FunctionType
from typing import Any, cast

from faultline.coroutine_threads.points import Points
from faultline.coroutine_threads.rounds import Rounds
from faultline.cpython.replacements import Replacements
from faultline.environment.scheduler_hooks import install
from faultline.environment.thread_modules import install_threads
from faultline.pristine.halt import Halt
from faultline.scheduler.clock import VirtualClock
from faultline.scheduler.deadlock import explain
from faultline.scheduler.outside import Outside
from faultline.scheduler.steps import Steps

from .stage import TestMachine, standard_run

_TESTS = __file__.rpartition("/")[0]
# What belongs to the tests' own machinery.
_MACHINERY = ("rounds_case.py", "stage.py", "carrier_machine.py", "thread_machine.py")


def in_rounds(case: type[unittest.TestCase], *, leaving_out: tuple[str, ...] = ()) -> type[unittest.TestCase]:
    """The same tests on a scheduler without carriers. `leaving_out` are tests that need carriers."""
    inherited: Any = case
    members = {"__module__": __name__, **dict.fromkeys(leaving_out)}
    kind = type(f"{case.__name__}InRounds", (_InRounds, inherited), members)
    return cast(type[unittest.TestCase], kind)


class _InRounds:
    """Put before a `ThreadsCase`."""

    def setUp(self: Any) -> None:
        machine, steps, replacements = TestMachine(), Steps(), Replacements()
        clock = VirtualClock(machine.now, steps.passed, price=1e-9)
        outside = Outside(machine, clock, skip_waits=True)
        self.scheduler = Rounds(machine, clock, steps, outside, _locate, Points.GIL)
        names = self.scheduler.names
        names.locate = _locate
        self.scheduler.explain = lambda threads: explain(threads, _locate, names)
        self.scheduler.restart(self.strategy())
        clock.restart()
        install(replacements, self.scheduler, clocks="virtual", standard_run=standard_run)
        install_threads(replacements, self.scheduler)
        self.addCleanup(replacements.restore)
        self.addCleanup(self.scheduler.unwind)

    def _callTestMethod(self: Any, method: Any) -> None:
        assert isinstance(method.__func__, FunctionType)
        try:
            self.scheduler.run_main(method)
        except Halt:
            raise AssertionError(self.scheduler.outside.halted) from None


def _locate(file: str) -> str | None:
    inside = file.startswith(_TESTS) and not file.endswith(_MACHINERY)
    return file.rpartition("/")[2] if inside else None
