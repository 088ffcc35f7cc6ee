"""Executions: runs the program once more, in the same interpreter, as if for the first time."""

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from ..accesses.monitor import Watch
from ..accesses.sites import rebound_names
from ..environment.exits import leave_tracing
from ..environment.run_environment import RunEnvironment
from ..pristine.halt import Halt, HaltReason
from ..report.facts import deadlock, finished, raised_in, stopped, stuck, too_long
from ..scheduler.check import Check, shown
from ..scheduler.strategies.strategy import Strategy
from ..scheduler.thread import VirtualThread
from .failures import failed_by, named
from .outcomes import Outcome

# Real seconds after which an execution is cut short: it may never end. The first may take longer, to find out whether
# it is only long; those after it may take several times as long as the longest that has come to its end.
FIRST_SECONDS, MOST_SECONDS = 10.0, 2.0
_TIMES = 5
# So many decisions of an execution that was cut short are kept.
_MOST_OF_CUT = 5_000
# So many threads of a deadlock are reported of.
_MOST_WAITS = 8
_PLAIN = (int, float, str, bool, type(None), list, dict, set, tuple)
_MOST_NAMES = 4

_real_now = time.perf_counter


class Executions:
    """Runs the program under a strategy and says how it came out."""

    def __init__(self, run_environment: RunEnvironment, check: Check) -> None:
        self._run_environment = run_environment
        self._check = check
        self._failures: list[tuple[VirtualThread, BaseException]] = []
        self._began = 0.0
        self._may_take = FIRST_SECONDS
        # The real seconds that the last one took.
        self.took = 0.0
        self._stopped = False
        # The points that the last execution passed.
        self.steps = 0
        self._rebound: list[str] | None = None
        run_environment.scheduler.watchers.on_failure.append(
            lambda thread, error: self._failures.append((thread, error))
        )
        run_environment.outside.on_beat.append(self._beat)

    def print(self, _stream: str, _text: str) -> None:
        """What executions print is heard by nobody."""
        self._run_environment.scheduler.check()

    def look(self) -> None:
        """Between two executions: hears the outside. Raises `Halt` when the person has asked to stop."""
        self._run_environment.outside.poll_host_if_due()
        if self._stopped or self._run_environment.outside.halted is not None:
            raise Halt

    @contextmanager
    def followed(self, watch: Watch | None) -> Generator[None, None, None]:
        """While the program's instructions are followed, and sites reported to `watch`."""
        monitor = self._run_environment.mode.monitor_of_search()
        if monitor is None:
            yield
            return
        monitor.watch(watch)
        monitor.start()
        try:
            yield
        finally:
            monitor.stop()

    def run(self, strategy: Strategy, over: Callable[[], None] = lambda: None) -> Outcome:
        """One execution. `over` is called when the program has ended, before the rest of it is cleared up."""
        run_environment, scheduler = self._run_environment, self._run_environment.scheduler
        self._failures.clear()
        scheduler.steps.restart()
        scheduler.clock.restart()
        scheduler.restart(strategy)
        run_environment.again()
        self._began = _real_now() - scheduler.outside.rewriting
        outcome = self._execute()
        self.took = _real_now() - scheduler.outside.rewriting - self._began
        if outcome.kind == "cut":
            self._may_take = MOST_SECONDS
        else:
            known = 0.0 if self._may_take == FIRST_SECONDS else self._may_take
            self._may_take = max(MOST_SECONDS, known, _TIMES * self.took)
        over()
        self.steps = scheduler.steps.passed()
        short = outcome.kind != "cut" or len(scheduler.decisions) <= _MOST_OF_CUT
        # Nobody follows a long way that leads nowhere.
        outcome.decisions = tuple(scheduler.decisions) if short else ()
        outcome.preemptions = scheduler.preemptions
        scheduler.unwind()
        leave_tracing()
        run_environment.program.forget()
        scheduler.outside.halted = None
        return outcome

    def _execute(self) -> Outcome:
        run_environment = self._run_environment
        check = self._check
        check.made = None
        raised: list[BaseException] = []
        try:
            self._interruptible(lambda: run_environment.run_program(raised.append))
        except Halt:
            reason = run_environment.outside.halted
            # To wait for other threads in vain is what follows from a failure, and not what failed.
            stuck = reason is not None and reason.kind == "stuck"
            return (failed_by(raised) if stuck else None) or self._halted(reason)
        except BaseException:
            failed = failed_by(raised)
            if failed is not None:
                return failed
        if self._failures:
            thread, error = self._failures[0]
            return Outcome("failed", raised_in(named(error), thread.name))
        names = run_environment.program.names()
        try:
            self._interruptible(lambda: check.make(names))
        except Halt:
            # The check, too, may wait in vain or never come to its end.
            return self._halted(run_environment.outside.halted)
        if check.made is not None:
            return Outcome("passed" if check.made["holds"] else "failed", check.made["words"])
        return Outcome("passed", self._values(names) or finished())

    def _interruptible(self, what: Callable[[], object]) -> None:
        """Has beats end what is done, and nothing after it: they would end the search with the execution."""
        self._run_environment.running = True
        try:
            what()
        finally:
            self._run_environment.running = False

    def _halted(self, reason: HaltReason | None) -> Outcome:
        if reason is None or reason.kind == "stopped":
            self._stopped = self._stopped or reason is not None
            return Outcome("cut", stopped())
        if reason.kind == "stuck":
            made = deadlock(*reason.cycle[:_MOST_WAITS]) if reason.cycle else stuck(*reason.details[:_MOST_WAITS])
            return Outcome("failed", made)
        if reason.kind == "exited":
            return Outcome("failed" if reason.status else "passed", f"os._exit({reason.status})")
        return Outcome("cut", too_long())

    def _values(self, names: dict[str, Any]) -> str:
        """The values at the end of what functions have changed: what else could tell executions apart."""
        if self._rebound is None:
            self._rebound = sorted(rebound_names(self._run_environment.program.code))
        kept = [name for name in self._rebound if name in names and type(names[name]) in _PLAIN]
        return ", ".join(f"{name} = {shown(names[name])}" for name in kept[:_MOST_NAMES])

    def _beat(self, _frame: FrameType | None) -> None:
        outside = self._run_environment.outside
        if _real_now() - outside.rewriting - self._began > self._may_take and self._run_environment.running:
            outside.halt(HaltReason("too long"))
