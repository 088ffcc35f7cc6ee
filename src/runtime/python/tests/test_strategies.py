"""What strategies decide."""

import unittest

from faultline.scheduler.strategies.pct import Pct
from faultline.scheduler.thread import VirtualThread


def threads(count: int) -> list[VirtualThread]:
    return [VirtualThread(number, None, name=f"T{number}", daemon=False) for number in range(count)]


class PctDecides(unittest.TestCase):
    def test_a_timer_does_not_change_priorities(self) -> None:
        pct, ready = Pct(1, 3, 100), threads(3)
        first = pct.pick(0, ready)
        due = pct.budget(0)
        self.assertGreater(due, 1)
        self.assertIs(pct.preempt(1, first, ready), first)
        self.assertIsNot(pct.preempt(due, first, ready), first)

    def test_a_thread_of_higher_priority_goes_on_when_its_time_is_up(self) -> None:
        pct, ready = Pct(1, 1, 100), threads(3)
        highest = pct.pick(0, ready)
        others = [thread for thread in ready if thread is not highest]
        lower = pct.pick(0, others)
        pct.budget(0)
        self.assertIs(pct.preempt(1, lower, ready), highest)


if __name__ == "__main__":
    unittest.main()
