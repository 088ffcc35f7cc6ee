"""A search: runs the program under many schedules, each from fresh modules, and tells how they came out."""

import time
from collections.abc import Callable, Iterator
from typing import Any

from ..cpython.loaded import LOADED
from ..cpython.value_stack import ValueStack
from ..environment.plan import USUAL_LENGTH
from ..environment.program import FOLDER, Program
from ..environment.run_environment import RunEnvironment
from ..pristine.halt import Halt
from ..report.request import End, Request
from ..run.schedule_report import of_search
from ..scheduler.check import Check
from ..scheduler.clock import VirtualClock
from ..scheduler.machine import Machine
from ..scheduler.strategies.pct import Pct
from ..scheduler.strategies.random_walk import RandomWalk
from ..scheduler.strategies.replay import Replay
from ..scheduler.strategies.round_robin import RoundRobin
from ..scheduler.strategies.strategy import Strategy
from .coroutine_explorer import Enumeration
from .executions import Executions
from .exploration import Exploration
from .observer import Observer
from .outcomes import Outcome, Outcomes
from .races import Where
from .unseen import place_report

# Real seconds between two reports.
_REPORT_EVERY = 0.2
# So many decisions are reported in a report while the search goes on: five times a second.
_DECISIONS_MEANWHILE = 20_000
# How often the smallest failing schedule is run again, to see that it fails again.
REPLAYS = 10
# So many schedules may be tried, for so long, to find one with fewer preemptions than the failing one at hand.
_SHRINKING, _SHRINKING_SECONDS = 2000, 30.0
# A schedule with more decisions than that is not reported.
_MOST_DECISIONS = 200_000
# An execution that takes longer than so many seconds is run again only so often.
_LONG, _LONG_REPLAYS = 1.0, 2
# So many seeds of failing schedules are named.
MOST_SEEDS = 20

_real_now = time.perf_counter

Report = Callable[[dict[str, Any]], None]


class Search:
    """Carries out one request that has a search."""

    def __init__(
        self,
        request: Request,
        machine: Machine,
        report: Report,
        standard_run: Callable[..., object],
        folder: str = FOLDER,
    ) -> None:
        program = Program.asked_for(request, folder)
        self._run_environment = RunEnvironment(request, machine, program)
        self._plan: dict[str, Any] = request["search"] or {}
        self._report = report
        self._standard_run = standard_run
        self._executions = Executions(self._run_environment, Check.of(self._run_environment.schedule))
        self._observer = Observer(self._run_environment.scheduler, ValueStack(), program.locate)
        if isinstance(self._run_environment.scheduler.clock, VirtualClock):
            self._run_environment.scheduler.clock.on_read = self._observer.clock_read
        self._outcomes = Outcomes()
        self._complete = False
        self._unseen: Where | None = None
        self._pruned = 0
        # The first seeds of random schedules that failed: each can be run again by itself.
        self._seeds: list[int] = []
        self._smallest: dict[str, Any] | None = None
        self._began = self._reported = _real_now()

    def run(self, started: Callable[[], None]) -> End:
        """Tries schedules until the plan is fulfilled or the person stops it."""
        run_environment = self._run_environment
        run_environment.put_up(self._executions.print, self._standard_run)
        LOADED.set_aside()
        run_environment.begin(None)
        started()
        kind = "finished"
        try:
            self._try_all()
            self._shrink()
        except Halt:
            kind = "stopped"
        finally:
            run_environment.throttle()
            run_environment.take_down()
        wall = int((_real_now() - self._began) * 1_000_000)
        scheduled = of_search(self._progress(done=True), self._run_environment.mode.fact)
        return {"ending": {"kind": kind}, "time": wall, "wall": wall, "scheduled": scheduled, "faults": []}

    def _try_all(self) -> None:
        most = self._plan["schedules"]
        if self._plan["method"] == "exhaustive":
            exploration = self._explore(self._plan["bound"], most, self._outcomes)
            self._complete, self._unseen = exploration.complete, exploration.unseen
            return
        with self._executions.followed(None):
            for strategy in self._strategies(most):
                self._add(strategy, self._executions.run(strategy))
                self._report_if_due()
                if self._outcomes.hopeless:
                    return

    def _add(self, strategy: Strategy, outcome: Outcome) -> None:
        self._outcomes.add(outcome)
        if outcome.kind == "failed" and isinstance(strategy, RandomWalk) and len(self._seeds) < MOST_SEEDS:
            self._seeds.append(strategy.seed)

    def _strategies(self, most: int) -> Iterator[Strategy]:
        seed = self._plan["seed"]
        if self._plan["method"] == "random":
            yield from (RandomWalk(seed + index, 0.05) for index in range(most))
            return
        # How long it is shows when it runs almost without a switch; with none it could wait in a loop for ever.
        yield RoundRobin(USUAL_LENGTH)
        length = self._executions.steps
        yield from (Pct(seed + index, self._plan["depth"], length) for index in range(most - 1))

    def _explore(
        self, bound: int | None, most: int, outcomes: Outcomes, *, until_failed: bool = False
    ) -> Enumeration | Exploration:
        """Tries all schedules within the bound, `most` of them at most. Returns whether those were all, and the
        like."""
        exploration = self._run_environment.mode.explorer(
            pruning=lambda: Exploration(self._executions, self._observer, bound),
            plain=lambda: Enumeration(self._executions, bound),
        )
        self._observer.attach()
        end = _real_now() + _SHRINKING_SECONDS
        with self._executions.followed(self._observer.prepare):
            for outcome in exploration.outcomes(most):
                if outcome is None:
                    outcomes.forget()
                    continue
                outcomes.add(outcome)
                self._pruned = exploration.pruned
                self._report_if_due()
                if outcomes.hopeless or (until_failed and (outcome.kind == "failed" or _real_now() > end)):
                    break
        return exploration

    def _shrink(self) -> None:
        """Looks for a failing schedule with fewer preemptions, and replays the one that has the fewest."""
        found = self._outcomes.smallest()
        if found is None or len(found.decisions) > _MOST_DECISIONS:
            return
        if self._plan["method"] != "exhaustive" and found.preemptions > 1:
            pruned = self._pruned
            for bound in range(found.preemptions):
                tried = Outcomes()
                all_of_them = self._explore(bound, _SHRINKING, tried, until_failed=True).complete
                smaller = tried.smallest()
                if smaller is not None and smaller.preemptions < found.preemptions:
                    found = smaller
                if smaller is not None or not all_of_them:
                    break
            self._pruned = pruned
        with self._executions.followed(None):
            again = [self._executions.run(Replay(found.decisions))]
            replays = _LONG_REPLAYS if self._executions.took > _LONG else REPLAYS
            again += [self._executions.run(Replay(found.decisions)) for _ in range(replays - 1)]
        same = sum(outcome.words == found.words for outcome in again)
        self._smallest = {"outcome": found.report(), "reproduced": same, "replays": replays}

    def _report_if_due(self) -> None:
        now = _real_now()
        if now - self._reported > _REPORT_EVERY:
            self._reported = now
            self._report(self._progress(done=False))
        self._executions.look()

    def _progress(self, *, done: bool) -> dict[str, Any]:
        outcomes = self._outcomes
        listed, others = outcomes.report() if done else outcomes.report(_DECISIONS_MEANWHILE)
        return {
            "tried": outcomes.tried,
            "failed": outcomes.failed,
            "cut": outcomes.cut,
            "complete": done and self._complete,
            "pruned": self._pruned,
            "unseen": None
            if self._unseen is None
            else place_report(self._unseen, self._run_environment.program.locate),
            "outcomes": listed,
            "others": others,
            "seeds": self._seeds,
            "smallest": self._smallest,
            "seconds": round(_real_now() - self._began, 3),
            "done": done,
        }
