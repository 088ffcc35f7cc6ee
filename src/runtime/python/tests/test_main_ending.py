"""How a program ended, as its main thread says; and what is told of a schedule when it is over."""

import io
import sys
import unittest
from collections.abc import Callable
from typing import Any

from faultline.environment.exits import FINISHED
from faultline.pristine.halt import Halt
from faultline.run.main_ending import MainEnding
from faultline.run.schedule_report import of_run, of_search
from faultline.scheduler.clock import VirtualClock
from faultline.scheduler.outside import Outside
from faultline.scheduler.scheduler import Scheduler
from faultline.scheduler.steps import Steps
from faultline.scheduler.strategies.replay import Replay
from faultline.scheduler.strategies.strategy import Cooperative

from .stage import TestMachine

Raised = Callable[[BaseException], object]


class EndingCase(unittest.TestCase):
    def setUp(self) -> None:
        self.said = io.StringIO()
        for name, value in (("stderr", self.said), ("stdout", io.StringIO()), ("excepthook", sys.__excepthook__)):
            self.addCleanup(setattr, sys, name, getattr(sys, name))
            setattr(sys, name, value)
        self.over = False
        self.fell = 0
        self.main = MainEnding(lambda _file: None, lambda: self.over)

    def falls(self) -> None:
        self.fell += 1

    def ending(self, error: BaseException | None = None, *, heard: bool = True) -> dict[str, Any]:
        """The ending of a program that raises `error`, or nothing."""

        def run(raised: Raised) -> None:
            if error is not None:
                if heard:
                    raised(error)
                raise error

        self.main.of(run, self.falls)
        assert self.main.ending is not None
        return self.main.ending


class Endings(EndingCase):
    def test_a_program_that_raises_nothing_has_finished(self) -> None:
        self.assertEqual((self.ending(), self.fell), (FINISHED, 0))

    def test_an_exception_is_told_and_printed(self) -> None:
        told = self.ending(ValueError("no"))
        self.assertEqual(
            (told["kind"], told["error"]["type"], told["error"]["message"]), ("raised", "ValueError", "no")
        )
        self.assertTrue(self.said.getvalue().endswith("ValueError: no\n"))
        self.assertEqual(self.fell, 1)
        self.assertFalse(self.main.showing)

    def test_leaving_is_told_with_its_status(self) -> None:
        self.assertEqual(self.ending(SystemExit(3)), {"kind": "exited", "status": 3, "message": ""})

    def test_leaving_in_good_order_is_finishing(self) -> None:
        self.assertEqual(self.ending(SystemExit()), FINISHED)

    def test_a_hook_may_leave_with_a_status_of_its_own(self) -> None:
        def hook(*_args: object) -> None:
            self.assertTrue(self.main.showing)
            raise SystemExit(9)

        sys.excepthook = hook
        self.assertEqual(self.ending(ValueError("no"))["status"], 9)

    def test_what_nobody_has_heard_of_came_up_in_our_code(self) -> None:
        told = self.ending(ValueError("ours"), heard=False)
        self.assertEqual((told["kind"], told["cause"]), ("crashed", "fault"))

    def test_the_end_of_a_run_goes_on(self) -> None:
        def run(_raised: Raised) -> None:
            raise Halt

        self.over = True
        self.assertRaises(Halt, self.main.of, run, self.falls)
        self.assertIsNone(self.main.ending)

    def test_halting_by_itself_is_an_exception_of_the_programs(self) -> None:
        told = self.ending(Halt(), heard=False)
        self.assertEqual((told["kind"], told["error"]["type"]), ("raised", "Halt"))

    def test_a_hook_that_halts_by_itself_does_not_hide_the_exception(self) -> None:
        def hook(*_args: object) -> None:
            raise Halt

        sys.excepthook = hook
        self.assertEqual(self.ending(ValueError("no"))["error"]["message"], "no")

    def test_a_run_that_ends_while_it_is_shown_goes_on(self) -> None:
        def hook(*_args: object) -> None:
            self.over = True
            raise Halt

        sys.excepthook = hook
        self.assertRaises(Halt, self.ending, ValueError("no"))

    def raises(self, error: BaseException) -> None:
        raise error


class Flushing(EndingCase):
    def flush_fails(self) -> None:
        class Full(io.StringIO):
            def flush(self) -> None:
                raise OSError("full")

        sys.stdout = Full()
        self.addCleanup(setattr, sys, "unraisablehook", sys.unraisablehook)
        sys.unraisablehook = lambda _told: None
        self.main.flush()

    def test_what_could_not_be_flushed_is_the_ending(self) -> None:
        for error in (None, SystemExit(3)):
            self.setUp()
            self.ending(error)
            self.flush_fails()
            self.assertEqual(self.main.ending, {"kind": "exited", "status": 120, "message": "", "by": "flush"})

    def test_after_an_exception_it_changes_nothing(self) -> None:
        told = self.ending(ValueError("no"))
        self.flush_fails()
        self.assertIs(self.main.ending, told)

    def test_what_could_be_flushed_changes_nothing(self) -> None:
        self.ending()
        self.main.flush()
        self.assertEqual(self.main.ending, FINISHED)


class Schedules(unittest.TestCase):
    def scheduler(self, strategy: Any) -> Scheduler:
        machine, steps = TestMachine(), Steps()
        clock = VirtualClock(machine.now, steps.passed, price=1e-9)
        scheduler = Scheduler(machine, clock, steps, Outside(machine, clock, skip_waits=True))
        scheduler.restart(strategy)
        return scheduler

    def test_a_run_tells_what_it_has_decided(self) -> None:
        scheduler = self.scheduler(Replay([(4, 1)]))
        scheduler.steps.count()
        scheduler.decisions.append((1, 0))
        told = of_run(scheduler, {"holds": True, "words": "x = 1"}, None)
        self.assertEqual((told["steps"], told["decisions"], told["check"]["holds"]), (1, [(1, 0)], True))
        # The decision at step 4 was never asked for.
        self.assertEqual((told["strayed"], told["search"], told["fallback"]), (4, None, None))

    def test_a_strategy_that_follows_nothing_strays_nowhere(self) -> None:
        self.assertIsNone(of_run(self.scheduler(Cooperative()), None, None)["strayed"])

    def test_a_search_tells_what_it_has_found_in_the_same_shape(self) -> None:
        found = of_search({"tried": 3}, "in rounds")
        self.assertEqual({*found}, {*of_run(self.scheduler(Cooperative()), None, None)})
        self.assertEqual((found["search"], found["fallback"], found["decisions"]), ({"tried": 3}, "in rounds", []))


if __name__ == "__main__":
    unittest.main()
