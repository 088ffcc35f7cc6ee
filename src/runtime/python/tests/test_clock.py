"""The virtual clock: what moves it besides steps and waits."""

import time

from faultline.scheduler.clock import FREE_LOOKS

from .threads_case import ThreadsCase


class BusyWaits(ThreadsCase):
    def test_one_that_passes_no_step_comes_to_its_end(self) -> None:
        """As in library code, which is not followed: here nothing is."""
        until = time.monotonic() + 0.01
        while time.monotonic() < until:
            pass
        self.assertNow(0.01)

    def test_a_look_now_and_then_takes_no_time(self) -> None:
        seen: set[float] = set()
        for _ in range(3):
            seen |= {time.monotonic() for _ in range(FREE_LOOKS)}
            time.sleep(1)
        self.assertEqual(len(seen), 3)
