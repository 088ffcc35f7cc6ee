"""A heartbeat must know whether it comes in the midst of a switch."""

import sys
import unittest

from faultline.scheduler.steps import Steps
from faultline.scheduler.switching import is_switching

from .threads_case import ThreadsCase


class Switching(ThreadsCase):
    def test_what_the_scheduler_calls_is_in_a_switch(self) -> None:
        seen: list[bool] = []
        self.scheduler.watchers.on_block.append(lambda _thread: seen.append(is_switching(sys._getframe(1))))
        self.scheduler.sleep(0)
        self.assertEqual(seen, [True])

    def test_counting_a_point_is_none(self) -> None:
        seen: list[bool] = []
        steps = Steps()
        steps.tell(lambda _code, _offset: seen.append(is_switching(sys._getframe(1))))
        steps.arm(1)
        steps.tick(None, 0)
        self.assertEqual((seen, is_switching(None)), ([False], False))


if __name__ == "__main__":
    unittest.main()
