"""How a thread left between a read and a write: only a preemption is told as one."""

import unittest
from itertools import count

from faultline.probes.threads.thread_exits import ThreadExits
from faultline.scheduler.thread import VirtualThread
from faultline.scheduler.watchers import Watchers


class DeparturesTest(unittest.TestCase):
    def setUp(self) -> None:
        self.watchers = Watchers()
        self.serial = count(1).__next__
        self.departures = ThreadExits(self.watchers, self.serial)
        self.thread = VirtualThread(1, None, name="one", daemon=False)

    def leave(self, verb: str | None) -> None:
        self.thread.verb = verb or ""
        for listen in self.watchers.on_preempt if verb is None else self.watchers.on_block:
            listen(self.thread)

    def test_the_first_departure_after_a_read_counts(self) -> None:
        self.leave("acquire")
        read = self.serial()
        self.leave("sleep")
        self.leave(None)
        self.assertEqual(self.departures.after(self.thread, read), "slept")
        later = self.serial()
        self.leave("join")
        self.assertEqual(self.departures.after(self.thread, later), "waited")

    def test_a_preemption_is_told_as_one(self) -> None:
        read = self.serial()
        self.leave(None)
        self.assertEqual(self.departures.after(self.thread, read), "switched out")

    def test_only_the_latest_are_kept(self) -> None:
        read = self.serial()
        self.leave("sleep")
        for _ in range(1000):
            self.leave(None)
        self.assertEqual(self.departures.after(self.thread, read), "switched out")


if __name__ == "__main__":
    unittest.main()
