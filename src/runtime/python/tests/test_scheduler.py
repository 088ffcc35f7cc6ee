"""The scheduler and the clock: waiting, skipping, stopping, and programs that wait for ever."""

import unittest

from faultline.pristine.halt import Halt, HaltReason
from faultline.scheduler.clock import RealClock
from faultline.scheduler.outside import POLL_INTERVAL, Outside
from faultline.scheduler.scheduler import Scheduler
from faultline.scheduler.steps import Steps

from .stage import TestMachine


def scheduler(machine: TestMachine, *, skip_waits: bool = False) -> Scheduler:
    clock = RealClock(machine.now)
    clock.restart()
    return Scheduler(machine, clock, Steps(), Outside(machine, clock, skip_waits=skip_waits))


class RealPace(unittest.TestCase):
    def test_a_wait_takes_its_time(self) -> None:
        machine = TestMachine()
        s = scheduler(machine)
        s.sleep(1.5)
        self.assertEqual(machine.pauses, [1.5])
        self.assertEqual(s.clock.now(), 1.5)
        self.assertEqual(s.clock.skipped, 0)

    def test_what_is_recorded_goes_out_before_the_pause(self) -> None:
        machine = TestMachine()
        s = scheduler(machine)
        seen: list[int] = []
        s.outside.before_pause.append(lambda: seen.append(len(machine.pauses)))
        s.sleep(1)
        self.assertEqual(seen, [0])

    def test_stop_during_a_wait_ends_the_run(self) -> None:
        s = scheduler(TestMachine(stop_after=1))
        with self.assertRaises(Halt):
            s.sleep(60)
        self.assertEqual(s.outside.halted, HaltReason("stopped"))


class FastForward(unittest.TestCase):
    def test_a_wait_takes_none_but_the_clock_shows_it(self) -> None:
        machine = TestMachine()
        s = scheduler(machine, skip_waits=True)
        s.sleep(3600)
        self.assertEqual(machine.pauses, [])
        self.assertEqual(s.clock.now(), 3600)
        self.assertEqual(s.clock.wall(), 0)

    def test_computing_still_takes_its_real_time(self) -> None:
        machine = TestMachine()
        s = scheduler(machine, skip_waits=True)
        machine.time += 2
        s.sleep(1)
        self.assertEqual(s.clock.micros(), 3_000_000)

    def test_an_endless_loop_of_waits_can_be_stopped(self) -> None:
        machine = TestMachine(stop_after=1)
        s = scheduler(machine, skip_waits=True)
        with self.assertRaises(Halt):
            for _ in range(1000):
                machine.time += POLL_INTERVAL / 10
                s.sleep(1)
        self.assertEqual(machine.breaths, 1)


class Beats(unittest.TestCase):
    def test_listeners_hear_each_beat_and_breaths_are_few(self) -> None:
        machine = TestMachine()
        s = scheduler(machine)
        beats: list[object] = []
        s.outside.on_beat.append(beats.append)
        for _ in range(10):
            machine.time += POLL_INTERVAL / 2
            s.beat(None)
        self.assertEqual(len(beats), 10)
        self.assertIn(machine.breaths, (4, 5))

    def test_stop_while_computing(self) -> None:
        machine = TestMachine(stop_after=1)
        s = scheduler(machine)
        machine.time += 1
        with self.assertRaises(Halt):
            s.beat(None)

    def test_a_program_that_swallows_the_halt_meets_it_again(self) -> None:
        s = scheduler(TestMachine())
        s.outside.halt(HaltReason("output"))
        for attempt in (s.check, lambda: s.sleep(1), lambda: s.beat(None)):
            with self.assertRaises(Halt):
                attempt()

    def test_the_first_reason_counts(self) -> None:
        s = scheduler(TestMachine())
        s.outside.halt(HaltReason("output"))
        s.outside.halt(HaltReason("stopped"))
        self.assertEqual(s.outside.halted, HaltReason("output"))


class WaitingForEver(unittest.TestCase):
    def test_ends_the_run_and_keeps_who_waits(self) -> None:
        s = scheduler(TestMachine())
        s.explain = lambda threads: HaltReason("stuck", ["Task-1 waits"])
        with self.assertRaises(Halt):
            s.block("acquire", None)
        self.assertEqual(s.outside.halted, HaltReason("stuck", ["Task-1 waits"]))


class TheClock(unittest.TestCase):
    def test_it_stands_at_zero_until_the_program_begins(self) -> None:
        machine = TestMachine()
        clock = RealClock(machine.now)
        machine.time += 5
        self.assertEqual((clock.now(), clock.wall()), (0, 0))
        clock.restart()
        machine.time += 1
        self.assertEqual((clock.now(), clock.wall()), (1, 1))

    def test_restart_sets_it_to_zero(self) -> None:
        machine = TestMachine()
        clock = RealClock(machine.now)
        clock.restart()
        machine.time += 5
        clock.skip(2)
        clock.restart()
        self.assertEqual((clock.now(), clock.wall()), (0, 0))


if __name__ == "__main__":
    unittest.main()
