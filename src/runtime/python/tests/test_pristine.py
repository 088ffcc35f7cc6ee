"""What exceptions are is read past what a program puts in the way, and JSON is made without its help."""

import json
import unittest
from types import TracebackType
from typing import Any

from faultline.pristine import facts
from faultline.pristine.facts import LONGEST_TEXT, NO_TEXT
from faultline.pristine.halt import Halt
from faultline.pristine.json_text import to_json
from faultline.pristine.reporters import line_of, report_of


class Text(str):
    """Says other things than it is."""

    def __str__(self) -> str:
        return "other"

    def __format__(self, format_spec: str) -> str:
        return "other"

    __repr__ = __str__


def caught(error: BaseException) -> BaseException:
    try:
        raise error
    except BaseException as found:
        return found


class Texts(unittest.TestCase):
    def test_a_text_is_what_its_letters_are(self) -> None:
        self.assertEqual(facts.exact(Text("letters")), "letters")
        self.assertIs(type(facts.exact(Text("letters"))), str)

    def test_a_long_text_is_cut_once(self) -> None:
        cut = facts.cut("x" * (LONGEST_TEXT + 500))
        self.assertEqual(cut, "x" * LONGEST_TEXT + " ... (500 more characters)")
        self.assertEqual(facts.cut(cut), cut)
        self.assertEqual(facts.cut("short"), "short")

    def test_what_cannot_be_said_is_told_so(self) -> None:
        class Odd:
            def __str__(self) -> str:
                raise KeyboardInterrupt

            def __repr__(self) -> str:
                raise Halt

        self.assertEqual(facts.text_of(Odd()), NO_TEXT)
        self.assertEqual(facts.text_of(Odd(), "instead"), "instead")
        self.assertRaises(Halt, facts.text_of, Odd(), "instead", repr)

    def test_the_name_of_a_class_is_not_what_its_metaclass_says(self) -> None:
        class Meta(type):
            def __getattribute__(cls, name: str) -> Any:
                return "made up"

        class OddError(Exception, metaclass=Meta):
            pass

        self.assertTrue(facts.kind_of(OddError()).endswith(".OddError"))

    def test_a_syntax_error_is_told_without_its_place(self) -> None:
        error = SyntaxError("invalid syntax", ("a.py", 1, 1, "a b"))
        self.assertEqual(facts.message_of(error), "invalid syntax")
        self.assertEqual(facts.message_of(KeyError("ann")), "'ann'")


class Links(unittest.TestCase):
    def test_fields_are_those_that_python_keeps(self) -> None:
        class OddError(ImportError):
            name = "made up"

        self.assertEqual(facts.field_of(OddError("m", name="kept"), ImportError, "name"), "kept")
        self.assertIsNone(facts.field_of(ValueError(), ImportError, "name"))
        self.assertIsNone(facts.field_of(ImportError(), ImportError, "no_such_field"))

    def test_a_traceback_is_the_one_that_python_keeps(self) -> None:
        class OddError(Exception):
            __traceback__ = None

        error = caught(OddError())
        tb = facts.traceback_of(error)
        self.assertIs(type(tb), TracebackType)
        self.assertEqual([function for _, _, function in facts.entries_of(tb)], ["caught"])
        facts.set_traceback(error, None)
        self.assertIsNone(facts.traceback_of(error))

    def test_what_came_before_is_the_cause_or_the_context(self) -> None:
        cause, context = ValueError("cause"), ValueError("context")
        error = KeyError()
        error.__context__ = context
        self.assertEqual(facts.earlier_of(error), (context, False))
        error.__cause__ = cause
        self.assertEqual(facts.earlier_of(error), (cause, True))
        error.__cause__ = None
        # As after `raise ... from None`.
        self.assertEqual(facts.earlier_of(error), (None, False))

    def test_all_that_is_linked_is_found_once_the_near_ones_first(self) -> None:
        far, near, member = ValueError("far"), ValueError("near"), ValueError("member")
        group = ExceptionGroup("g", [member])
        group.__cause__, near.__context__ = near, far
        far.__context__ = group
        self.assertEqual(facts.all_linked(group), [group, near, member, far])
        self.assertEqual(facts.all_linked(group, most=2), [group, near])

    def test_members_are_those_of_the_group_itself(self) -> None:
        class OddGroup(ExceptionGroup[Exception]):
            exceptions = ()  # pyright: ignore[reportIncompatibleMethodOverride, reportAssignmentType]  # it lies

        one = ValueError()
        self.assertEqual(facts.members_of(OddGroup("g", [one])), (one,))
        self.assertEqual(facts.members_of(ValueError()), ())

    def test_a_long_chain_is_deep(self) -> None:
        error: BaseException = ValueError()
        for _ in range(600):
            following = ValueError()
            following.__context__, error = error, following
        self.assertTrue(facts.is_deep(error))
        self.assertFalse(facts.is_deep(ValueError()))
        while error.__context__ is not None:
            error.__context__, error = None, error.__context__

    def test_a_class_that_answers_a_report_itself(self) -> None:
        class OddError(Exception):
            def __getattribute__(self, name: str) -> Any:
                return super().__getattribute__(name)

        class PlainError(Exception):
            def __str__(self) -> str:
                return "plain"

        self.assertTrue(facts.answers_itself(OddError()))
        self.assertFalse(facts.answers_itself(PlainError()) or facts.answers_itself(ImportError()))

    def test_a_kind_is_not_what_a_thing_says_of_itself(self) -> None:
        class Odd:
            __class__ = ValueError  # pyright: ignore[reportIncompatibleMethodOverride, reportAssignmentType]  # it lies

        self.assertFalse(facts.is_a(Odd(), ValueError))
        self.assertTrue(facts.is_a(KeyError(), LookupError))


class Json(unittest.TestCase):
    def test_is_what_the_library_reads_as_the_same(self) -> None:
        values: tuple[object, ...] = (
            {"a": [1, -2, 2**70, True, False, None, 0.5, -0.0, 1e300], "b": {"c": []}, "": 'ä€\ud800"\\\n\0'},
            [],
            {},
            "text",
            12,
            None,
        )
        for value in values:
            self.assertEqual(json.loads(to_json(value)), value)

    def test_tuples_are_lists(self) -> None:
        self.assertEqual(to_json(((1, 2), (3,))), "[[1,2],[3]]")

    def test_values_of_subclasses_are_what_they_are_in_c(self) -> None:
        class Number(int):
            def __repr__(self) -> str:
                return "other"

        class Items(list[int]):
            def __iter__(self) -> Any:
                return iter([9])

        self.assertEqual(to_json([Text("a"), Number(3), Items([1]), {Text("k"): 1}]), '["a",3,[1],{"k":1}]')

    def test_what_is_no_json_is_refused(self) -> None:
        for value in (object(), {1, 2}, b"a"):
            self.assertRaises(TypeError, to_json, value)


class Reports(unittest.TestCase):
    def test_a_report_is_what_python_prints(self) -> None:
        error = ValueError("no")
        error.add_note("a note")
        self.assertEqual(report_of(error), "ValueError: no\na note\n")

    def test_a_report_of_an_exception_with_a_cause(self) -> None:
        error = ValueError("second")
        error.__cause__ = KeyError("first")
        words = "\nThe above exception was the direct cause of the following exception:\n\n"
        self.assertEqual(report_of(error), f"KeyError: 'first'\n{words}ValueError: second\n")

    def test_an_exception_that_resists_is_told_in_short(self) -> None:
        class OddError(Exception):
            def __str__(self) -> str:
                raise RecursionError

        self.assertTrue(report_of(OddError()).splitlines()[-1].endswith("OddError: <exception str() failed>"))

    def test_of_a_very_long_chain_the_latest_are_told_in_short(self) -> None:
        error: BaseException = ValueError("0")
        for number in range(1, 600):
            following = ValueError(str(number))
            following.__context__, error = error, following
        told = report_of(error).splitlines()
        found = [line for line in told if line.startswith("ValueError")]
        self.assertEqual(found, [f"ValueError: {number}" for number in range(560, 600)])
        # Nothing is said of an exception above the first one.
        self.assertEqual(told[0], found[0])
        while error.__context__ is not None:
            error.__context__, error = None, error.__context__

    def test_exceptions_in_a_circle_are_told_once(self) -> None:
        class OddError(Exception):
            def __getattribute__(self, name: str) -> Any:
                return super().__getattribute__(name)

        first, second = ValueError("first"), OddError("second")
        first.__context__, second.__context__ = second, first
        told = report_of(second).splitlines()
        self.assertEqual((told[0], told[2][:15], told[4][-6:]), ("ValueError: first", "During handling", "second"))
        self.assertEqual(len(told), 5)

    def test_what_the_program_has_made_of_the_library_is_not_asked(self) -> None:
        import linecache
        import traceback

        for module, name in (
            (traceback, "format_exception"),
            (traceback, "TracebackException"),
            (linecache, "getline"),
        ):
            self.addCleanup(setattr, module, name, getattr(module, name))
            setattr(module, name, None)
        self.assertEqual(report_of(ValueError("no")), "ValueError: no\n")
        self.assertEqual(line_of(__file__, 1), f'"""{__doc__}"""\n')

    def test_a_line_that_there_is_not_is_empty(self) -> None:
        self.assertEqual((line_of(__file__, 10**6), line_of("no_such_file.py", 1)), ("", ""))


if __name__ == "__main__":
    unittest.main()
