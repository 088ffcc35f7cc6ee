"""Counted beats come after so many points, and change nothing of who goes on when."""

import unittest

from faultline.scheduler.clock import VirtualClock
from faultline.scheduler.outside import Outside
from faultline.scheduler.scheduler import Scheduler
from faultline.scheduler.steps import Steps
from faultline.scheduler.strategies.round_robin import RoundRobin

from .stage import TestMachine
from .threads_case import ThreadsCase


class Beats(unittest.TestCase):
    def test_at_the_same_points_in_every_run(self) -> None:
        machine, steps = TestMachine(), Steps()
        clock = VirtualClock(machine.now, steps.passed, 1e-9)
        scheduler = Scheduler(machine, clock, steps, Outside(machine, clock, skip_waits=True))
        beats: list[int] = []
        scheduler.count_beats(10, lambda: beats.append(steps.passed()))
        for _ in range(35):
            steps.tick(None, 0)
        self.assertEqual(beats, [10, 20, 30])

    def test_a_breath_after_so_many_waits_where_they_are_counted(self) -> None:
        machine, steps = TestMachine(), Steps()
        clock = VirtualClock(machine.now, steps.passed, 1e-9)
        outside = Outside(machine, clock, skip_waits=True)
        outside.counted = True
        for _ in range(120):
            machine.time += 10
            outside.idle(1)
        self.assertEqual(machine.breaths, 2)


class NothingChanges(ThreadsCase):
    def strategy(self) -> RoundRobin:
        return RoundRobin(7)

    def decisions(self) -> list[tuple[int, int]]:
        tick = self.scheduler.steps.tick

        def work() -> None:
            for _ in range(100):
                tick(None, 0)

        self.scheduler.steps.restart()
        self.scheduler.restart(self.strategy())
        self.together(work, 3)
        return self.scheduler.decisions

    def test_decisions_are_the_same(self) -> None:
        alone = self.decisions()
        beats: list[int] = []
        self.scheduler.count_beats(5, lambda: beats.append(self.scheduler.steps.passed()))
        self.addCleanup(lambda: self.scheduler.count_beats(2**60, lambda: None))
        self.assertEqual(self.decisions(), alone)
        self.assertGreater(len(alone), 20)
        self.assertGreater(len(beats), 20)


if __name__ == "__main__":
    unittest.main()
