"""Two records written at once are the same as two that are written one after another."""

import unittest
from itertools import count
from typing import Any

from faultline.report.recorder import GAUGE, MARK, Recorder
from faultline.report.records import BATCH_RECORDS
from faultline.report.writing import HALF, RECORD_INTS

from .stage import Event, Tape


class TwoRecords(unittest.TestCase):
    def events(self, *times: int, together: bool, line: int = 3) -> list[Event]:
        """A mark and a level at each of these times."""
        tape, moment = Tape(), [0]
        recorder = Recorder(lambda: moment[0], tape.send, most_events=10**6, most_chars=10, full=self.fail)
        track = recorder.track("lane")
        file, name = recorder.number("main.py"), recorder.number("switch")
        for level, time in enumerate(times):
            moment[0] = time
            if together:
                recorder.put_two(MARK, track, file, line, name, 0, GAUGE, track, 0, level)
            else:
                recorder.put(MARK, track, file, line, name, 0)
                recorder.put(GAUGE, track, -1, -1, 0, level)
        recorder.flush()
        self.last_time = recorder.last_time
        return tape.events()

    def assertAlike(self, *times: int, line: int = 3) -> list[Event]:
        two, last = self.events(*times, together=False, line=line), self.last_time
        one = self.events(*times, together=True, line=line)
        self.assertEqual(one, two)
        self.assertEqual(self.last_time, last)
        return one

    def test_at_times_that_grow(self) -> None:
        events = self.assertAlike(10, 20, 35)
        self.assertEqual([event.time for event in events[1:]], [10, 11, 20, 21, 35, 36])
        self.assertEqual([event.place for event in events[1:3]], ["main.py:3", None])

    def test_at_a_time_that_stands_still(self) -> None:
        self.assertAlike(10, 10, 10, 11)

    def test_at_a_time_that_needs_two_words(self) -> None:
        for late in (HALF - 2, HALF - 1, HALF, 3 * HALF + 5):
            self.assertEqual(self.assertAlike(late)[1].time, late)

    def test_at_no_line(self) -> None:
        self.assertEqual([event.place for event in self.assertAlike(10, 20, line=0)], [None] * 5)

    def test_over_the_end_of_a_batch(self) -> None:
        times = [2 * number + 2 for number in range(BATCH_RECORDS)]
        self.assertEqual(len(self.assertAlike(*times)), 2 * BATCH_RECORDS + 1)

    def test_batches_are_sent_when_they_are_full(self) -> None:
        sent: list[int] = []
        clock = count(1).__next__

        def send(records: Any, _strings: list[str]) -> None:
            sent.append(len(records) // RECORD_INTS)

        recorder = Recorder(clock, send, most_events=10**6, most_chars=10, full=self.fail)
        track = recorder.track("lane")
        for _ in range(BATCH_RECORDS):
            recorder.put_two(MARK, track, -1, 1, 0, 0, GAUGE, track, 0, 1)
        recorder.flush()
        self.assertEqual(sum(sent), 2 * BATCH_RECORDS + 1)
        self.assertTrue(all(one >= BATCH_RECORDS - 1 for one in sent[:-1]), sent)

    def test_after_the_end_nothing_is_written(self) -> None:
        tape = Tape()
        recorder = Recorder(lambda: 5, tape.send, most_events=10, most_chars=10, full=self.fail)
        recorder.stop()
        recorder.put_two(MARK, 0, 0, 1, 0, 0, GAUGE, 0, 0, 1)
        recorder.flush()
        self.assertEqual(tape.events(), [])


if __name__ == "__main__":
    unittest.main()
