"""Where the event loop was held: at the wait that took so long, or where a heartbeat finds the program computing."""

import sys
import unittest
from types import SimpleNamespace
from unittest import mock

from faultline.probes.tasks.held import MARK, HeldLoop


class HeldLoopTest(unittest.TestCase):
    def setUp(self) -> None:
        self.now = 0.0
        self.recorder = mock.Mock()
        scheduler = SimpleNamespace(clock=SimpleNamespace(now=lambda: self.now), outside=SimpleNamespace(polling=0.0))
        self.held = HeldLoop(self.recorder, scheduler, lambda file: "main.py")
        self.held.begin(7)

    def place(self) -> int:
        """The line at which the loop was held, told once."""
        self.held.end()
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
        self.held.end()
        self.recorder.mark.assert_not_called()


if __name__ == "__main__":
    unittest.main()
