"""The check of a run: whether it holds, and the values that say why."""

import unittest
from types import SimpleNamespace
from typing import Any

from faultline.report import facts
from faultline.scheduler.check import Check


def made(expression: str, **names: object) -> dict[str, Any] | None:
    check = Check(expression)
    check.make(names)
    return check.made


class CheckTest(unittest.TestCase):
    def test_values_are_those_that_the_expression_names(self) -> None:
        ann = SimpleNamespace(balance=9, lock=object())
        for expression, words in (
            ("counter == 30", "counter = 27"),
            ("ann.balance + 1 == counter", "ann.balance = 9, counter = 27"),
            ("forks[1] > forks[0] and jobs['a']", "forks[1] = 2, forks[0] = 1, jobs['a'] = 5"),
            ("len(forks) == 2", "forks = [1, 2]"),
            ("jobs.get('a') == counter", "jobs = {'a': 5}, counter = 27"),
            ("sum(x for x in forks) == counter", "forks = [1, 2], counter = 27"),
            ("1 == 2", facts.check_is("False")),
            ("not 0", facts.check_is("True")),
        ):
            result = made(expression, counter=27, ann=ann, forks=[1, 2], jobs={"a": 5})
            assert result is not None
            self.assertEqual(result["words"], words, expression)

    def test_without_an_expression_there_is_none(self) -> None:
        for nothing in ("", "  "):
            self.assertIsNone(made(nothing))
        self.assertIsNone(Check.of(None).made)

    def test_what_cannot_be_evaluated_does_not_hold(self) -> None:
        for expression, words in (
            ("counter ==", facts.check_unreadable("invalid syntax")),
            ("nobody > 1", facts.check_raised("NameError", "name 'nobody' is not defined")),
            ("1 / 0", facts.check_raised("ZeroDivisionError", "division by zero")),
        ):
            self.assertEqual(made(expression), {"holds": False, "words": words})


if __name__ == "__main__":
    unittest.main()
