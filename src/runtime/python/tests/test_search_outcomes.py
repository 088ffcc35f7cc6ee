"""Executions that come out alike are one outcome, with the best way to it; failures are told without addresses."""

import unittest
from typing import Any

from faultline.search.failures import failed_by, named
from faultline.search.outcomes import MOST_OUTCOMES, Outcome, Outcomes


class Counted(unittest.TestCase):
    def setUp(self) -> None:
        self.outcomes = Outcomes()

    def add(self, kind: Any, words: str, preemptions: int = 0, decisions: Any = ()) -> None:
        self.outcomes.add(Outcome(kind, words, preemptions, decisions))

    def test_outcomes_are_counted_by_their_words_and_kind(self) -> None:
        for kind, words in (("passed", "x = 1"), ("failed", "x = 1"), ("failed", "x = 2"), ("failed", "x = 2")):
            self.add(kind, words)
        listed, others = self.outcomes.report()
        self.assertEqual(
            [(one["kind"], one["words"], one["count"]) for one in listed],
            [("failed", "x = 2", 2), ("passed", "x = 1", 1), ("failed", "x = 1", 1)],
        )
        self.assertEqual(others, 0)

    def test_executions_are_counted_by_how_they_ended(self) -> None:
        for kind in ("passed", "failed", "failed", "cut", "cut", "cut"):
            self.add(kind, "")
        self.assertEqual((self.outcomes.tried, self.outcomes.failed, self.outcomes.cut), (6, 2, 3))

    def test_an_outcome_keeps_the_way_with_the_fewest_preemptions(self) -> None:
        self.add("failed", "lost", 2, ((1, 1), (5, 0)))
        self.add("failed", "lost", 1, ((3, 1),))
        self.add("failed", "lost", 4, ((4, 1),))
        [told], _ = self.outcomes.report()
        expected = {"kind": "failed", "words": "lost", "count": 3, "preemptions": 1, "decisions": ((3, 1),)}
        self.assertEqual(told, expected)

    def test_of_ways_with_as_many_preemptions_the_first_is_kept(self) -> None:
        self.add("failed", "lost", 1, ((3, 1),))
        self.add("failed", "lost", 1, ((2, 1),))
        self.assertEqual(self.outcomes.report()[0][0]["decisions"], ((3, 1),))

    def test_the_smallest_failure_has_the_fewest_preemptions_and_then_decisions(self) -> None:
        self.add("passed", "right", 0)
        self.assertIsNone(self.outcomes.smallest())
        self.add("failed", "first", 2, ((1, 1),))
        self.add("failed", "second", 1, ((1, 1), (2, 0), (3, 1)))
        self.add("failed", "third", 1, ((1, 1), (2, 0)))
        self.add("cut", "endless", 0)
        smallest = self.outcomes.smallest()
        self.assertEqual(smallest and smallest.words, "third")

    def test_outcomes_beyond_the_most_are_only_counted(self) -> None:
        for number in range(MOST_OUTCOMES + 3):
            self.add("passed", f"x = {number}")
        self.add("passed", "x = 0")
        listed, others = self.outcomes.report()
        self.assertEqual((len(listed), others), (MOST_OUTCOMES, 3))
        self.assertEqual((listed[0]["words"], listed[0]["count"]), ("x = 0", 2))
        self.assertEqual(self.outcomes.tried, MOST_OUTCOMES + 4)

    def test_forgetting_counts_anew(self) -> None:
        self.add("failed", "lost")
        self.outcomes.forget()
        self.assertEqual(self.outcomes.report(), ([], 0))
        self.assertEqual((self.outcomes.tried, self.outcomes.failed, self.outcomes.cut), (0, 0, 0))


class Thing:
    pass


def raised(call: Any) -> BaseException:
    try:
        call()
    except BaseException as error:
        return error
    raise AssertionError("nothing was raised")


class Failures(unittest.TestCase):
    def test_an_exception_is_told_by_its_class_and_what_it_says(self) -> None:
        self.assertEqual(named(ValueError("no such account")), "ValueError: no such account")

    def test_an_exception_that_says_nothing_is_told_by_its_class(self) -> None:
        self.assertEqual(named(AssertionError()), "AssertionError")

    def test_an_exception_that_cannot_say_anything_is_told_by_its_class(self) -> None:
        class MuteError(Exception):
            def __str__(self) -> str:
                raise RuntimeError

        self.assertEqual(named(MuteError()), "MuteError")

    def test_addresses_as_python_writes_them_are_left_out(self) -> None:
        self.assertEqual(named(ValueError(f"{object()} is gone")), "ValueError: <object object> is gone")

    def test_numbers_that_are_addresses_of_local_variables_are_left_out(self) -> None:
        def fail() -> None:
            thing = Thing()
            raise ValueError(f"no thing {id(thing)} nor {id(thing):#x}, but 1234567")

        self.assertEqual(named(raised(fail)), "ValueError: no thing … nor …, but 1234567")

    def test_addresses_of_what_the_cause_was_made_with_are_left_out(self) -> None:
        def fail() -> None:
            try:
                raise KeyError(Thing())
            except KeyError as error:
                raise ValueError(f"missing {id(error.args[0])}") from error

        self.assertEqual(named(raised(fail)), "ValueError: missing …")

    def test_long_words_are_cut(self) -> None:
        self.assertEqual(len(named(ValueError("x" * 1000))), 300)

    def test_two_executions_of_one_failure_are_told_alike(self) -> None:
        def fail() -> None:
            things = [Thing() for _ in range(3)]
            raise LookupError(f"{things[1]!r} {id(things[2])}")

        self.assertEqual(named(raised(fail)), named(raised(fail)))


class EndedBy(unittest.TestCase):
    def test_a_main_thread_that_has_raised_has_failed(self) -> None:
        self.assertEqual(failed_by([KeyError("ann")]), Outcome("failed", "KeyError: 'ann'"))

    def test_leaving_in_good_order_is_no_failure(self) -> None:
        for code in (None, 0):
            self.assertIsNone(failed_by([SystemExit(code)]))
        self.assertIsNone(failed_by([SystemExit()]))
        self.assertIsNone(failed_by([]))

    def test_leaving_with_a_status_or_a_message_is_a_failure(self) -> None:
        self.assertEqual(failed_by([SystemExit(3)]), Outcome("failed", "SystemExit: 3"))
        self.assertEqual(failed_by([SystemExit("no")]), Outcome("failed", "SystemExit: no"))

    def test_the_first_that_is_a_failure_counts(self) -> None:
        self.assertEqual(failed_by([SystemExit(0), OSError("gone"), ValueError()]), Outcome("failed", "OSError: gone"))


if __name__ == "__main__":
    unittest.main()
