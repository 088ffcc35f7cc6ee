"""An exception as data: its frames without ours, its members, its message, and what is told when it resists."""

import unittest
from types import CodeType, TracebackType
from typing import Any

from faultline.pristine.halt import Halt
from faultline.report.faults import AFTERWARDS, Faults, crashed, fault_of
from faultline.report.tracebacks import MOST_FRAMES, MOST_INNER, MOST_REPEATS, Frame, clean, describe, without_ours
from faultline.source.ours import OURS

FILE = "/program/main.py"


def locate(file: str) -> str | None:
    return file.removeprefix("/program/") if file.startswith("/program/") else None


def code_of(source: str, file: str = FILE) -> CodeType:
    return compile(source, file, "exec")


def raised_by(source: str, file: str = FILE, **names: Any) -> BaseException:
    """The exception that a program ends with, its traceback beginning in the program."""
    try:
        exec(code_of(source, file), names)
    except BaseException as error:
        assert error.__traceback__ is not None
        return error.with_traceback(error.__traceback__.tb_next)
    raise AssertionError("nothing was raised")


class Frames(unittest.TestCase):
    def places(self, error: BaseException) -> list[tuple[str, int | None, str, bool]]:
        return [(one["file"], one["line"], one["function"], one["own"]) for one in describe(error, locate)["frames"]]

    def test_the_outermost_call_comes_first(self) -> None:
        error = raised_by("def f():\n    return 1 / 0\nf()\n")
        self.assertEqual(self.places(error), [("main.py", 3, "<module>", True), ("main.py", 2, "f", True)])

    def test_frames_of_the_library_are_not_the_programs_own(self) -> None:
        error = raised_by("from json import loads\nloads('{')\n")
        own = [one[3] for one in self.places(error)]
        self.assertEqual((own[0], any(own[1:])), (True, False))

    def test_our_frames_are_left_out_wherever_they_are(self) -> None:
        error = raised_by("ours()\n", ours=self.ours_between())
        self.assertEqual(self.places(error), [("main.py", 1, "<module>", True), ("main.py", 1, "inner", True)])

    def ours_between(self) -> Any:
        names: dict[str, Any] = {}
        exec(code_of("def inner(): raise ValueError\n"), names)
        exec(code_of("def ours(): inner()\n", f"{OURS}/made_up.py"), names)
        return names["ours"]

    def test_cleaning_reaches_causes_contexts_and_members(self) -> None:
        ours = self.ours_between()
        source = (
            "try:\n    ours()\nexcept ValueError as error:\n"
            "    group = ExceptionGroup('g', [error])\n    raise KeyError from group\n"
        )
        error = raised_by(source, ours=ours)
        clean(error)
        group: Any = error.__cause__
        tb: TracebackType | None = group.exceptions[0].__traceback__
        files: list[str] = []
        while tb is not None:
            files.append(tb.tb_frame.f_code.co_filename)
            tb = tb.tb_next
        self.assertFalse([file for file in files if file.startswith(OURS)])
        self.assertIn(FILE, files)

    def test_a_traceback_without_frames_stays_one(self) -> None:
        self.assertIsNone(without_ours(None))
        self.assertEqual(describe(ValueError("no frames"), locate)["frames"], [])

    def test_recursion_shows_each_line_only_so_often(self) -> None:
        error = raised_by("def f(n):\n    return 1 / 0 if n == 0 else f(n - 1)\nf(50)\n")
        lines = [line for _, line, function, _ in self.places(error) if function == "f"]
        self.assertEqual(lines, [2] * MOST_REPEATS)

    def test_a_very_deep_traceback_keeps_its_beginning_and_its_end(self) -> None:
        source = (
            "def even(n):\n    return odd(n - 1)\n"
            "def odd(n):\n    if n <= 0: raise ValueError\n    return even(n - 1)\n"
            "even(500)\n"
        )
        found = self.places(raised_by(source))
        self.assertEqual(len(found), MOST_FRAMES)
        self.assertEqual((found[0][1], found[-1][1]), (6, 4))

    def test_a_syntax_error_ends_with_the_place_that_cannot_be_read(self) -> None:
        error = raised_by("compile('a b', '/program/shop.py', 'exec')\n")
        self.assertEqual(self.places(error)[-1], ("shop.py", 1, "", True))
        self.assertEqual(describe(error, locate)["message"], "invalid syntax")

    def test_a_line_that_there_cannot_be_is_none(self) -> None:
        for line in (0, -1, 2**31, "3"):
            error: Any = SyntaxError("made up")
            error.filename, error.lineno = "/program/a.py", line
            self.assertEqual(self.places(error), [("a.py", None, "", True)], line)

    def test_a_line_of_a_file_is_told_without_its_indentation(self) -> None:
        def fail() -> None:
            raise ValueError

        frames: list[Frame] = []
        try:
            fail()
        except ValueError as error:
            frames = describe(error, locate)["frames"]
        self.assertEqual([one["source"] for one in frames], ["fail()", "raise ValueError"])


class Members(unittest.TestCase):
    def test_the_first_that_are_no_groups_are_told(self) -> None:
        inner = ExceptionGroup("inner", [KeyError("b"), OSError("c")])
        told = describe(ExceptionGroup("outer", [ValueError("a"), inner, TypeError("d")]), locate)
        self.assertEqual([one["type"] for one in told["inner"]], ["ValueError", "KeyError", "OSError", "TypeError"])
        self.assertEqual((told["type"], told["message"]), ("ExceptionGroup", "outer (3 sub-exceptions)"))

    def test_no_more_than_a_page_shows(self) -> None:
        group = ExceptionGroup("many", [ValueError(n) for n in range(MOST_INNER + 3)])
        self.assertEqual([one["message"] for one in describe(group, locate)["inner"]], [*map(str, range(MOST_INNER))])

    def test_other_exceptions_have_none(self) -> None:
        self.assertEqual(describe(ValueError(), locate)["inner"], [])


class WhatResists(unittest.TestCase):
    def test_an_exception_that_cannot_be_turned_into_text(self) -> None:
        class OddError(Exception):
            def __str__(self) -> str:
                raise RuntimeError

        told = describe(OddError(), locate)
        self.assertEqual(told["message"], "(the exception could not be turned into text)")
        self.assertTrue(told["type"].endswith("OddError"))

    def test_an_exception_that_pretends_to_be_another(self) -> None:
        class OddError(Exception):
            __class__ = property(lambda self: SyntaxError)  # pyright: ignore[reportIncompatibleMethodOverride]  # it lies
            filename, lineno, msg = "a.py", 1, "not said"

        told = describe(OddError("said"), locate)
        self.assertEqual((told["message"], told["frames"]), ("said", []))

    def test_the_end_of_a_run_is_not_described(self) -> None:
        class OddError(Exception):
            def __str__(self) -> str:
                raise Halt

        self.assertRaises(Halt, describe, OddError(), locate)

    def test_the_traceback_is_what_python_prints(self) -> None:
        told = describe(raised_by("raise ValueError('no')\n"), locate)
        expected = f'Traceback (most recent call last):\n  File "{FILE}", line 1, in <module>\nValueError: no\n'
        self.assertEqual(told["traceback"], expected)


class OurFaults(unittest.TestCase):
    def fault(self) -> BaseException:
        names: dict[str, Any] = {}
        exec(code_of("def ours():\n    raise KeyError('mine')\n", f"{OURS}/report/made_up.py"), names)
        return raised_by("def f(): ours()\nf()\n", **names)

    def test_is_told_by_our_places_and_not_by_the_programs(self) -> None:
        self.assertEqual(
            fault_of(self.fault()).splitlines(),
            [
                "(code that is not Faultline's)",
                f"{OURS.rpartition('/')[2]}/report/made_up.py, line 2, in ours",
                "KeyError: 'mine'",
            ],
        )

    def test_a_long_message_is_cut(self) -> None:
        self.assertEqual(fault_of(ValueError("x" * 1000)), "ValueError: " + "x" * 300)

    def test_ends_a_run_as_a_crash(self) -> None:
        self.assertEqual(crashed(ValueError("no")), {"kind": "crashed", "cause": "fault", "reason": "ValueError: no"})
        self.assertEqual(crashed(MemoryError())["cause"], "memory")

    def test_is_noted_and_goes_no_further(self) -> None:
        faults = Faults()
        with faults.noted(AFTERWARDS):
            raise ValueError("no")
        with faults.noted("tasks"):
            pass
        self.assertEqual(faults.reported, [{"part": "afterwards", "report": faults.reported[0]["report"]}])
        self.assertTrue(faults.reported[0]["report"].endswith("ValueError: no"))

    def test_the_end_of_a_run_is_no_fault(self) -> None:
        faults = Faults()
        with faults.noted(AFTERWARDS):
            raise Halt
        self.assertEqual(faults.reported, [])

    def test_no_more_than_ten_are_told(self) -> None:
        faults = Faults()
        for number in range(12):
            faults.add("tasks", ValueError(number))
        self.assertEqual([one["report"] for one in faults.reported], [f"ValueError: {number}" for number in range(10)])


if __name__ == "__main__":
    unittest.main()
