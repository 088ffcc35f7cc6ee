"""The recorder: words, order of times, caps, and what an interruption may not break."""

import re
import unittest
from array import array
from pathlib import Path
from typing import Any

from faultline.report import recorder as vocabulary
from faultline.report.recorder import Place
from faultline.report.records import MOST_TEXT

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

    def test_a_line_that_there_is_not_is_no_place(self) -> None:
        r = self.recorder
        lane = r.track("tasks")
        lines: tuple[Any, ...] = (0, -1, None)
        for line in lines:
            r.mark(lane, "odd", "plain", Place("main.py", line))
        file = r.number_of_path("main.py")
        r.put_two(vocabulary.MARK, lane, file, 0, r.number("odd"), 0, vocabulary.GAUGE, lane, 0, 1)
        r.put_two(vocabulary.MARK, lane, file, 1, r.number("right"), 0, vocabulary.GAUGE, lane, 0, 1)
        r.flush()
        places = [(event.a, event.place) for event in self.tape.events() if event.word == "mark"]
        self.assertEqual(places, [*[("odd", None)] * 4, ("right", "main.py:1")])

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

    def test_a_path_is_the_same_by_its_number_and_by_a_place(self) -> None:
        r = self.recorder
        lane = r.track("tasks")
        path = "a/" * 150 + "main at 0x10.py"
        r.mark(lane, "by a place", "plain", Place(path, 1))
        r.put(vocabulary.MARK, lane, r.number_of_path(path), 1, r.number("by its number"), 0)
        r.flush()
        places = [event.place for event in self.tape.events() if event.word == "mark"]
        self.assertEqual(places, [f"{path}:1"] * 2)

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
    def test_too_many_lanes(self) -> None:
        tape = Tape()
        r = recorder(tape, most_events=12)
        for number in range(10):
            r.track(str(number))
        r.flush()
        self.assertEqual(len(tape.events()), 3)
        self.assertEqual(r.caps, ["lanes"])

    def test_text_without_an_end_is_cut_shorter_and_shorter(self) -> None:
        tape = Tape()
        r = recorder(tape, most_events=1_000_000)
        root = r.track("tasks")
        for number in range(30_000):
            r.track(f"{number:0150}", root)
        r.flush()
        self.assertEqual(r.caps, [])
        self.assertLess(sum(map(len, tape.strings)), MOST_TEXT)
        self.assertIn(len(tape.strings[-1]), (1, 24))

    def test_too_much_output_keeps_what_fits(self) -> None:
        tape = Tape()
        r = recorder(tape, most_chars=4)
        track = r.track("output")
        r.print(track, "ab", "stdout")
        r.print(track, "cdef", "stdout")
        r.print(track, "never", "stdout")
        r.flush()
        self.assertEqual([event.a for event in tape.events() if event.word == "print"], ["ab", "cd"])
        self.assertEqual(r.caps, ["output"])

    def test_output_that_fits_exactly_is_no_cap(self) -> None:
        tape = Tape()
        r = recorder(tape, most_chars=4)
        r.print(r.track("output"), "abcd", "stdout")
        self.assertEqual(r.caps, [])

    def test_nothing_is_recorded_after_stop(self) -> None:
        tape = Tape()
        r = recorder(tape)
        track = r.track("t")
        r.stop()
        r.tally(track)
        r.flush()
        self.assertEqual(len(tape.events()), 1)


class Sampling(unittest.TestCase):
    """Of very many events of one kind."""

    def setUp(self) -> None:
        self.tape = Tape()
        self.recorder = recorder(self.tape, most_events=400_000)
        self.root = self.recorder.track("locks")
        self.lane = self.recorder.track("lock", self.root)

    def over(self) -> None:
        self.recorder.catch_up()
        self.recorder.flush()

    def words(self, track: str, word: str) -> list[Any]:
        return [event for event in self.tape.events() if event.track == track and event.word == word]

    def test_few_are_all_written(self) -> None:
        for number in range(20_000):
            self.recorder.state(self.lane, f"{number}")
        self.over()
        self.assertEqual(len(self.words("lock", "state")), 20_000)
        self.assertEqual(self.words("left out", "track"), [])

    def test_of_very_many_a_bounded_number_is_written_and_the_others_are_counted(self) -> None:
        for number in range(300_000):
            self.recorder.state(self.lane, "held" if number % 2 else "free")
        self.over()
        states, counted = self.words("lock", "state"), self.words("lock", "tally")
        self.assertLess(len(states), 30_000)
        # How it stands is said once more before each row, and that is not counted.
        rows = len(counted)
        self.assertEqual(len(states) - rows + sum(event.a for event in counted), 300_000)
        self.assertEqual(states[-1].a, "held")

    def test_sums_peaks_and_last_levels_are_exact(self) -> None:
        tally, gauge = self.recorder.track("switches"), self.recorder.track("waiting")
        for number in range(100_001):
            self.recorder.tally(tally, 2)
            self.recorder.gauge(gauge, 777_777 if number == 60_000 else number % 10)
        self.over()
        self.assertEqual(sum(event.a for event in self.words("switches", "tally")), 200_002)
        levels = [event.a for event in self.words("waiting", "gauge")]
        self.assertEqual((max(levels), levels[-1]), (777_777, 0))

    def test_spans_stay_balanced_and_the_first_of_each_lane_is_written(self) -> None:
        for _ in range(50_000):
            self.recorder.close(self.lane, self.recorder.open(self.lane, "checkout"), "returned")
        late = self.recorder.track("late", self.root)
        self.recorder.close(late, self.recorder.open(late, "checkout"), "returned")
        self.over()
        for track in ("lock", "late"):
            opened, closed = self.words(track, "open"), self.words(track, "close")
            self.assertEqual([event.b for event in opened], [event.b for event in closed])
        self.assertEqual(len(self.words("late", "open")), 1)

    def test_what_goes_wrong_and_what_is_printed_is_always_written(self) -> None:
        for number in range(50_000):
            self.recorder.state(self.lane, "held")
            if number % 1000 == 0:
                self.recorder.mark(self.lane, "lost update", "bad")
        self.over()
        self.assertEqual(len(self.words("lock", "mark")), 50)

    def test_many_at_one_moment_do_not_run_ahead_of_the_clock(self) -> None:
        for _ in range(15_000):
            self.recorder.state(self.lane, "held")
        self.over()
        times = [event.time for event in self.tape.events()]
        self.assertEqual(times, sorted(set(times)))
        self.assertLess(self.recorder.last_time, 200)


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

        def send(records: "array[int]", strings: list[str]) -> None:
            r.flush()
            tape.send(records, strings)

        r._send = send
        r.track("t")
        r.flush()
        self.assertEqual(len(tape.batches), 1)


if __name__ == "__main__":
    unittest.main()
