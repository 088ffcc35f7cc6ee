"""What a search tells of how its executions came out."""

import unittest

from faultline.search.outcomes import Kind, Outcome, Outcomes


def outcome(words: str, decisions: int = 0, kind: Kind = "passed") -> Outcome:
    return Outcome(kind, words, 0, tuple((step, 0) for step in range(decisions)))


class Summary(unittest.TestCase):
    def test_no_more_decisions_than_a_report_may_have(self) -> None:
        outcomes = Outcomes()
        for words, decisions in (("long", 90), ("often", 5), ("often", 5), ("short", 5)):
            outcomes.add(outcome(words, decisions))
        listed, others = outcomes.report(20)
        self.assertEqual([one["words"] for one in listed], ["often", "short"])
        self.assertEqual(others, 1)
        self.assertEqual(outcomes.report()[1], 0)

    def test_it_is_hopeless_when_none_has_come_to_its_end(self) -> None:
        outcomes = Outcomes()
        for _ in range(3):
            self.assertFalse(outcomes.hopeless)
            outcomes.add(outcome("not over in time", kind="cut"))
        self.assertTrue(outcomes.hopeless)
        outcomes.add(outcome("x = 1"))
        self.assertFalse(outcomes.hopeless)


if __name__ == "__main__":
    unittest.main()
