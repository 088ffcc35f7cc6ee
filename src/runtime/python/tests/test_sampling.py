"""Of very many events some are written and the others counted: which, how many, and what is said of the rest."""

import unittest
from collections.abc import Callable
from typing import Any

from faultline.report.recorder import LANE
from faultline.report.sampler import ALL, FIRST_GAP, IN_A_ROW, WIDENING, Sampler

from .stage import Tape, recorder


def taken(sampler: Sampler, count: int) -> list[bool]:
    return [sampler.take() for _ in range(count)]


def rows(drawn: list[bool]) -> list[tuple[bool, int]]:
    """How many in a row were written, or left out, one after another."""
    found: list[tuple[bool, int]] = []
    for one in drawn:
        if found and found[-1][0] == one:
            found[-1] = (one, found[-1][1] + 1)
        else:
            found.append((one, 1))
    return found


class Rows(unittest.TestCase):
    def test_the_first_events_are_all_written(self) -> None:
        self.assertEqual(rows(taken(Sampler(most=50), 50)), [(True, 50)])
        self.assertEqual(ALL, 20_000)

    def test_then_rows_are_written_between_gaps_that_widen(self) -> None:
        found = rows(taken(Sampler(most=10), 6000))
        gaps = [count for drawn, count in found[1:-1] if not drawn]
        self.assertEqual({count for drawn, count in found[1:-1] if drawn}, {IN_A_ROW})
        self.assertEqual(gaps, [int(FIRST_GAP * WIDENING**index) for index in range(len(gaps))])
        self.assertGreater(len(gaps), 2)

    def test_what_never_ends_is_written_ever_more_rarely(self) -> None:
        sampler = Sampler(most=10)
        first = sum(taken(sampler, 20_000))
        self.assertLess(sum(taken(sampler, 20_000)), first)

    def test_events_that_come_together_count_as_many(self) -> None:
        one, many = Sampler(most=10), Sampler(most=10)
        taken(one, 11)
        self.assertFalse(many.take(11))
        self.assertFalse(many.take(FIRST_GAP - 1))
        self.assertEqual(one.take(FIRST_GAP - 1), False)
        self.assertTrue(many.take())
        self.assertTrue(one.take())

    def test_the_first_row_can_be_ended_before_its_time(self) -> None:
        sampler = Sampler(most=1000)
        taken(sampler, 10)
        sampler.end()
        self.assertEqual(rows(taken(sampler, FIRST_GAP + 1)), [(False, FIRST_GAP), (True, 1)])

    def test_a_later_row_is_not_ended(self) -> None:
        sampler = Sampler(most=0)
        taken(sampler, FIRST_GAP + 1)
        sampler.end()
        self.assertEqual(rows(taken(sampler, IN_A_ROW - 1)), [(True, IN_A_ROW - 1)])


class WhatIsLeftOut(unittest.TestCase):
    def test_counts_and_amounts_are_added_up_by_track(self) -> None:
        sampler = Sampler()
        sampler.leave_out(1)
        sampler.leave_out(1, 4)
        sampler.leave_out(2)
        sampler.leave_out_amount(3, 10)
        sampler.leave_out_amount(3, 5)
        found = sampler.taken()
        self.assertEqual((found.counts, found.amounts), ([(1, 5), (2, 1)], [(3, 15)]))

    def test_of_levels_the_highest_and_the_last_are_kept(self) -> None:
        sampler = Sampler()
        for level in (3, 9, 4):
            sampler.leave_out_levels(1, level, level)
        self.assertEqual(sampler.taken().levels, [(1, (9, 4))])

    def test_each_is_told_once(self) -> None:
        sampler = Sampler()
        sampler.leave_out(1)
        sampler.leave_out_levels(1, 2, 2)
        sampler.leave_out_amount(1, 2)
        sampler.later[1] = lambda: None
        sampler.taken()
        self.assertEqual([*map(len, sampler.taken())], [0, 0, 0, 0])


class Recorded(unittest.TestCase):
    """As few events as a tape holds before it samples: half of `most_events`."""

    def setUp(self) -> None:
        self.tape = Tape()
        self.recorder = recorder(self.tape, most_events=40)
        self.root = self.recorder.track("root")
        self.lane = self.recorder.track("lane", self.root)

    def words(self, track: str) -> list[tuple[Any, ...]]:
        self.recorder.catch_up()
        self.recorder.flush()
        return self.tape.of(track)

    def many(self, what: Callable[[int], object], count: int = 100) -> None:
        for number in range(count):
            what(number)

    def test_the_sum_of_a_tally_is_exact(self) -> None:
        self.many(lambda _: self.recorder.tally(self.lane, 3))
        tallies = [a for word, a, _ in self.words("lane") if word == "tally"]
        self.assertEqual(sum(tallies), 300)
        self.assertLess(len(tallies), 100)

    def test_the_peak_and_the_last_level_of_a_gauge_are_written(self) -> None:
        levels = [*range(50), 1000, *range(50)]
        self.many(lambda number: self.recorder.gauge(self.lane, levels[number]), len(levels))
        found = [a for word, a, _ in self.words("lane") if word == "gauge"]
        self.assertEqual((max(found), found[-1]), (1000, 49))

    def test_the_last_state_is_written(self) -> None:
        self.many(lambda number: self.recorder.state(self.lane, f"state {number}"))
        states = [a for word, a, _ in self.words("lane") if word == "state"]
        self.assertEqual(states[-1], "state 99")
        self.assertLess(len(states), 100)

    def test_marks_that_are_left_out_are_counted(self) -> None:
        self.many(lambda _: self.recorder.mark(self.lane, "tick"))
        found = self.words("lane")
        marks = len([word for word, _, _ in found if word == "mark"])
        # The lane that counts them has the name of the one that they are left out of.
        self.assertEqual([a for word, a, _ in found if word == "tally"], [100 - marks])
        self.assertLess(marks, 100)
        self.assertEqual(len(self.tape.of("left out")), 1)

    def test_what_goes_wrong_is_always_written(self) -> None:
        self.many(lambda _: self.recorder.mark(self.lane, "tick"))
        self.recorder.mark(self.lane, "failed", "bad")
        self.assertIn(("mark", "failed", "bad"), self.words("lane"))

    def test_the_first_span_of_a_lane_is_always_written(self) -> None:
        self.many(lambda _: self.recorder.mark(self.lane, "tick"))
        other = self.recorder.track("other", self.root)
        for name in ("first", "second"):
            self.recorder.close(other, self.recorder.open(other, name), "done")
        found = [a for word, a, _ in self.words("other") if word in ("open", "close")]
        self.assertEqual(found, ["first", "done"])

    def test_another_root_is_sampled_by_itself(self) -> None:
        self.many(lambda _: self.recorder.mark(self.lane, "tick"), 10)
        throttle = self.recorder.track("calm")
        self.recorder.mark(throttle, "once")
        self.assertIn(("mark", "once", "plain"), self.words("calm"))

    def test_no_more_lanes_than_a_run_may_have(self) -> None:
        for number in range(40 // LANE - 2):
            self.recorder.track(f"lane {number}")
        self.assertEqual(self.recorder.caps, [])
        self.recorder.track("one too many")
        self.assertEqual(self.recorder.caps, ["lanes"])


if __name__ == "__main__":
    unittest.main()
