"""Facts: how they are written, how the recorder cuts them, and that no two functions make the same kind."""

import inspect
import unittest
from collections import Counter
from collections.abc import Callable, Iterator
from types import ModuleType

from faultline.report import facts, holder_facts
from faultline.report.fact import BETWEEN, MOST_FIELD, NOTHING, SEPARATOR, Fact, fact, with_facts
from faultline.report.records import MOST_NAME, MOST_TEXT

from .stage import Tape, read_fact, recorder


def constructors(module: ModuleType) -> Iterator[Callable[..., Fact]]:
    """The functions that a module offers, without those that it imports."""
    for name, member in vars(module).items():
        if inspect.isfunction(member) and member.__module__ == module.__name__ and not name.startswith("_"):
            yield member


def made_by(constructor: Callable[..., Fact]) -> Fact:
    """A fact of this function's, with some text for every parameter that must be there."""
    parameters = inspect.signature(constructor).parameters.values()
    return constructor(*["field" for one in parameters if one.kind is not one.VAR_POSITIONAL])


class OnTheWire(unittest.TestCase):
    def test_a_separator_stands_before_the_kind_and_before_each_field(self) -> None:
        self.assertEqual((SEPARATOR, BETWEEN, NOTHING), ("\x1f", "\x1e", "\x00"))
        self.assertEqual(fact("signal"), "\x1fsignal")
        self.assertEqual(fact("wrote", "counter", "1"), "\x1fwrote\x1fcounter\x1f1")

    def test_numbers_are_written_in_decimal_and_empty_texts_stay(self) -> None:
        self.assertEqual(fact("freed", 1200), "\x1ffreed\x1f1200")
        self.assertEqual(fact("freed", -1, 0), "\x1ffreed\x1f-1\x1f0")
        self.assertEqual(fact("wrote", "", "x"), "\x1fwrote\x1f\x1fx")

    def test_a_field_without_a_value_is_not_the_text_none(self) -> None:
        self.assertEqual(fact("read", "x", None), "\x1fread\x1fx")
        self.assertEqual(fact("read", "x", "None"), "\x1fread\x1fx\x1fNone")
        self.assertEqual(read_fact(fact("read", None, "None")), ["read", None, "None"])

    def test_signs_of_the_wire_within_a_field_are_shown(self) -> None:
        for sign, shown in ((SEPARATOR, "␟"), (BETWEEN, "␞"), (NOTHING, "␀")):
            with self.subTest(shown):
                self.assertEqual(read_fact(fact("wrote", f"a{sign}b{sign}", "c")), ["wrote", f"a{shown}b{shown}", "c"])
                self.assertEqual(read_fact(fact("wrote", sign, "c")), ["wrote", shown, "c"])

    def test_no_method_of_a_text_of_the_program_s_is_called(self) -> None:
        class Mine(str):
            def replace(self, *_: object) -> str:  # pyright: ignore[reportIncompatibleMethodOverride]  # never called
                raise AssertionError

            def __str__(self) -> str:
                raise AssertionError

        self.assertEqual(fact("wrote", Mine("a\x1fb")), "\x1fwrote\x1fa␟b")

    def test_a_text_that_only_looks_like_a_fact_is_none(self) -> None:
        lie = str(facts.signal())
        held = facts.waits("A", None, None, lie)
        self.assertNotIn(lie, held)
        self.assertIn("␟signal", held)

    def test_facts_within_a_fact_are_its_last_fields(self) -> None:
        one, other = fact("lock", "a", "B"), fact("signal")
        self.assertEqual(with_facts("whole", "x", parts=(one, other)), f"\x1fwhole\x1fx\x1f{one}\x1e{other}")
        self.assertEqual(with_facts("whole", parts=("Event.wait",)), "\x1fwhole\x1fEvent.wait")

    def test_a_deadlock_holds_the_waits_and_each_what_it_is_for(self) -> None:
        one = facts.waits("A", "main.py", 3, facts.lock("left", "B"))
        other = facts.waits("B", None, None, "Event.wait")
        self.assertEqual(one, "\x1fwaits\x1fA\x1fmain.py\x1f3\x1f\x1flock\x1fleft\x1fB")
        self.assertEqual(other, "\x1fwaits\x1fB\x1f\x00\x1f\x00\x1fEvent.wait")
        self.assertEqual(facts.deadlock(one, other), f"\x1fdeadlock\x1f{one}\x1e{other}")
        self.assertEqual(facts.stuck(other), f"\x1fstuck\x1f{other}")


class OfManyFacts(unittest.TestCase):
    def test_each_field_is_cut_so_that_a_thousand_of_them_can_be_sent(self) -> None:
        wait = facts.waits("N" * 100_000, "main.py", 3, facts.lock("a" * 100_000, None))
        cut = "N" * MOST_FIELD + "…"
        self.assertEqual(read_fact(wait), ["waits", cut, "main.py", "3", "", "lock", "a" * MOST_FIELD + "…"])
        self.assertLess(len(facts.deadlock(wait, wait)), 1_000)


class Kinds(unittest.TestCase):
    made = tuple(made_by(one) for module in (facts, holder_facts) for one in constructors(module))

    def test_every_function_makes_another_kind(self) -> None:
        self.assertGreater(len(self.made), 50)
        kinds = Counter(read_fact(one)[0] for one in self.made)
        self.assertEqual([kind for kind, count in kinds.items() if count > 1 or not kind], [])

    def test_parameters_are_the_fields_in_their_order(self) -> None:
        for module in (facts, holder_facts):
            for constructor in constructors(module):
                with self.subTest(constructor.__name__):
                    parameters = inspect.signature(constructor).parameters.values()
                    names = [one.name for one in parameters if one.kind is not one.VAR_POSITIONAL]
                    fields = read_fact(constructor(*names))[1:]
                    # Facts within it, of which there are none, would follow.
                    self.assertEqual(fields[: len(names)], names)
                    self.assertIn(fields[len(names) :], ([], [""]))


class Cut(unittest.TestCase):
    def setUp(self) -> None:
        self.tape = Tape()
        self.recorder = recorder(self.tape, most_events=1_000_000)
        self.lane = self.recorder.track("lane")

    def recorded(self, text: str) -> str:
        self.recorder.mark(self.lane, text, "bad")
        self.recorder.flush()
        return self.tape.strings[-1]

    def use_up(self, *, left: int) -> None:
        """Records texts until no more than this is left of what a run may tell."""
        told, number = 0, 0
        while told < MOST_TEXT - left:
            self.recorder.number(f"{number}".ljust(MOST_NAME, "."))
            self.recorder.flush()
            told, number = told + len(self.tape.batches[-1][1][-1]), number + 1

    def test_each_field_by_itself(self) -> None:
        long = "v" * (MOST_NAME + 100)
        cut = "v" * (MOST_NAME - 1) + "…"
        whole = facts.lost_update(long, "A", "slept", long, None, "0", long)
        self.assertEqual(self.recorded(whole), facts.lost_update(cut, "A", "slept", cut, None, "0", cut))

    def test_fields_that_are_together_longer_than_a_name_stay(self) -> None:
        whole = facts.stale_check("v" * MOST_NAME, "t" * MOST_NAME, "o" * MOST_NAME, "1", "")
        self.assertEqual(self.recorded(whole), whole)

    def test_a_text_that_is_no_fact_is_cut_as_one(self) -> None:
        self.assertEqual(self.recorded("ab" * MOST_NAME), ("ab" * MOST_NAME)[: MOST_NAME - 1] + "…")

    def test_shorter_where_a_run_has_told_much(self) -> None:
        self.use_up(left=MOST_TEXT // 2 - 1)
        name = "v" * 100
        self.assertEqual(self.recorded(facts.read(name, "7")), facts.read("v" * 23 + "…", "7"))
        # No kind is so long that it is cut then.
        for one in Kinds.made:
            self.assertEqual(self.recorded(one), one)

    def test_to_nothing_where_it_has_told_very_much_but_for_the_kind(self) -> None:
        self.use_up(left=MOST_TEXT // 4 - 1)
        whole = facts.lost_update("x", "A", "slept", "B", "", None, "10")
        self.assertEqual(self.recorded(whole), fact("lost update", "x", "A", "…", "B", "", None, "…"))
        for one in Kinds.made:
            kind, *fields = read_fact(one)
            cut = read_fact(self.recorded(one))
            self.assertEqual((cut[0], len(cut)), (kind, 1 + len(fields)))


if __name__ == "__main__":
    unittest.main()
