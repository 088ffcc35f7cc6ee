"""The recorder: words, order of times, caps, and what an interruption may not break."""

import re
import unittest
from pathlib import Path
from typing import Any

from faultline import recorder as vocabulary
from faultline.recorder import Place

from .stage import Tape, recorder


class TheVocabulary(unittest.TestCase):
    def test_is_the_one_of_the_page(self) -> None:
        source = (Path(__file__).parents[3] / "trace" / "vocabulary.ts").read_text()
        for name in ("WORDS", "TONES", "STREAMS"):
            found = re.search(rf"export const {name} = \[(.*?)\]", source, re.DOTALL)
            assert found is not None, name
            self.assertEqual(tuple(re.findall(r"'(\w+)'", found[1])), getattr(vocabulary, name))


class Words(unittest.TestCase):
    def setUp(self) -> None:
        self.tape = Tape()
        self.recorder = recorder(self.tape)

    def test_each_word_arrives_as_it_was_said(self) -> None:
        r = self.recorder
        a = r.track("tasks")
        b = r.track("Task-1", a)
        span = r.open(b, "fetch", Place("main.py", 3))
        r.state(b, "waiting", "asyncio.sleep(1)", Place("main.py", 4))
        r.mark(b, "late", "bad")
        r.gauge(a, 5_000_000_000)
        r.gauge(a, -7)
        r.tally(a, 2)
        r.link(b, a, "woke")
        r.close(b, span, "done")
        r.print(a, "hello\n", "stderr")
        r.flush()
        self.assertEqual(
            self.tape.of("Task-1"),
            [
                ("track", "Task-1", 0),
                ("open", "fetch", 0),
                ("state", "waiting", "asyncio.sleep(1)"),
                ("mark", "late", "bad"),
                ("link", 0, "woke"),
                ("close", "done", 0),
            ],
        )
        self.assertEqual(
            self.tape.of("tasks"),
            [
                ("track", "tasks", -1),
                ("gauge", 5_000_000_000, None),
                ("gauge", -7, None),
                ("tally", 2, None),
                ("print", "hello\n", "stderr"),
            ],
        )
        self.assertIn("main.py:4", [event.place for event in self.tape.events()])

    def test_times_always_grow_even_when_the_clock_stands(self) -> None:
        track = self.recorder.track("t")
        for _ in range(5):
            self.recorder.tally(track)
        self.recorder.flush()
        times = [event.time for event in self.tape.events()]
        self.assertEqual(times, sorted(set(times)))

    def test_a_string_travels_once(self) -> None:
        track = self.recorder.track("t")
        for _ in range(3):
            self.recorder.mark(track, "again")
            self.recorder.flush()
        self.assertEqual(self.tape.strings.count("again"), 1)

    def test_a_lone_surrogate_does_not_stop_the_run(self) -> None:
        self.recorder.print(self.recorder.track("t"), "\ud800", "stdout")
        self.recorder.flush()
        self.assertEqual(self.tape.strings[-1], "\\ud800")

    def test_large_times_survive(self) -> None:
        tape = Tape()
        r = recorder(tape, now=lambda: 10**13)
        r.track("t")
        r.flush()
        self.assertEqual(tape.events()[0].time, 10**13)


class Caps(unittest.TestCase):
    def test_too_many_events(self) -> None:
        tape = Tape()
        r = recorder(tape, most_events=3)
        track = r.track("t")
        for _ in range(10):
            r.tally(track)
        r.flush()
        self.assertEqual(len(tape.events()), 3)
        self.assertEqual(r.caps, ["events"])  # type: ignore[attr-defined]

    def test_too_much_output_keeps_what_fits(self) -> None:
        tape = Tape()
        r = recorder(tape, most_chars=4)
        track = r.track("output")
        r.print(track, "ab", "stdout")
        r.print(track, "cdef", "stdout")
        r.print(track, "never", "stdout")
        r.flush()
        self.assertEqual([event.a for event in tape.events() if event.word == "print"], ["ab", "cd"])
        self.assertEqual(r.caps, ["output"])  # type: ignore[attr-defined]

    def test_output_that_fits_exactly_is_no_cap(self) -> None:
        tape = Tape()
        r = recorder(tape, most_chars=4)
        r.print(r.track("output"), "abcd", "stdout")
        self.assertEqual(r.caps, [])  # type: ignore[attr-defined]

    def test_nothing_is_recorded_after_stop(self) -> None:
        tape = Tape()
        r = recorder(tape)
        track = r.track("t")
        r.stop()
        r.tally(track)
        r.flush()
        self.assertEqual(len(tape.events()), 1)


class Interruptions(unittest.TestCase):
    def test_a_flush_in_the_middle_of_a_record_waits(self) -> None:
        tape = Tape()
        # The clock is asked in mid-record, where a heartbeat could strike.
        r = recorder(tape, now=lambda: (r.flush(), 1)[1])
        track = r.track("t")
        r.mark(track, "first")
        r.flush()
        self.assertEqual([event.a for event in tape.events()], ["t", "first"])

    def test_a_flush_in_the_middle_of_sending_waits(self) -> None:
        tape = Tape()
        r = recorder(tape)
        send: Any = lambda records, strings: (r.flush(), tape.send(records, strings))  # noqa: E731
        r._send = send
        r.track("t")
        r.flush()
        self.assertEqual(len(tape.batches), 1)


if __name__ == "__main__":
    unittest.main()
