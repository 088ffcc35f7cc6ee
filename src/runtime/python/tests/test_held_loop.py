"""Where the event loop was held: at the wait that took so long, or where a heartbeat finds the program computing."""

import sys
import unittest
from types import SimpleNamespace
from typing import Any
from unittest import mock

from faultline.probes.tasks.held import MARK, HeldLoop, Step
from faultline.probes.tasks.lanes import Lane


class HeldLoopTest(unittest.TestCase):
    def setUp(self) -> None:
        self.now = 0.0
        self.recorder = mock.Mock()
        scheduler: Any = SimpleNamespace(
            clock=SimpleNamespace(now=lambda: self.now), outside=SimpleNamespace(polling=0.0)
        )
        self.held = HeldLoop(self.recorder, scheduler, lambda file: "main.py")
        self.step = Step(None, Lane(7, 0), 0.0)
        self.held.steps.append(self.step)

    def place(self) -> int:
        """The line at which the loop was held, told once."""
        self.held.end(self.step)
        self.recorder.mark.assert_called_once()
        track, mark, _tone, place = self.recorder.mark.call_args.args
        self.assertEqual((track, mark), (7, MARK))
        return int(place.line)

    def test_a_beat_after_a_long_wait_does_not_move_it(self) -> None:
        place = self.held.at(sys._getframe())
        assert place is not None
        self.now = 0.5
        self.held.waited()
        self.held.beat(sys._getframe())
        self.assertEqual(self.place(), place.line)

    def test_a_beat_after_a_short_wait_finds_it(self) -> None:
        place = self.held.at(sys._getframe())
        assert place is not None
        self.now = 0.05
        self.held.waited()
        self.now = 0.5
        self.held.beat(sys._getframe())
        self.assertEqual(self.place(), place.line + 5)

    def test_a_step_that_is_short_is_not_told(self) -> None:
        self.now = 0.1
        self.held.beat(sys._getframe())
        self.held.end(self.step)
        self.recorder.mark.assert_not_called()

    def test_one_that_ends_while_another_threads_goes_on_is_told_by_its_own_time(self) -> None:
        self.now = 0.5
        other = Step(None, None, self.now)
        self.held.steps.append(other)
        self.held.end(self.step)
        self.recorder.mark.assert_called_once()
        self.held.end(other)
        self.recorder.mark.assert_called_once()


if __name__ == "__main__":
    unittest.main()
