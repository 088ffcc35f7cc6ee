"""What a program prints, and how CPython lets it go: streams, exit statuses, hooks for the last traceback."""

import io
import sys
import unittest
from typing import Any

from faultline.environment.exits import (
    FINISHED,
    exited,
    halted,
    leave_tracing,
    show,
    streams_flushed,
    with_status,
)
from faultline.environment.output import MOST_KEPT_BACK, MOST_TOGETHER, no_input, no_keyboard, output_stream
from faultline.environment.recursion import MOST_RECURSION, clamped
from faultline.pristine.halt import Halt, HaltReason
from faultline.report.absent import NO_DEBUGGER, NO_INPUT


class Printing(unittest.TestCase):
    def setUp(self) -> None:
        self.written: list[tuple[str, str]] = []
        self.out = output_stream("stdout", lambda stream, text: self.written.append((stream, text)))

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.written]

    def test_a_line_is_handed_on_at_its_end(self) -> None:
        self.out.write("half ")
        self.assertEqual(self.written, [])
        self.out.write("a line\nand more")
        self.assertEqual("".join(self.texts), "half a line\nand more")
        self.assertEqual({stream for stream, _ in self.written}, {"stdout"})

    def test_what_has_no_end_is_handed_on_when_it_is_flushed(self) -> None:
        self.out.write("no end")
        self.out.flush()
        self.assertEqual(self.texts, ["no end"])
        self.out.flush()
        self.assertEqual(self.texts, ["no end"])

    def test_a_program_that_never_ends_a_line_is_heard_all_the_same(self) -> None:
        for _ in range(2 * MOST_TOGETHER):
            self.out.write("x")
        self.assertGreater(len(self.texts), 0)
        self.out.flush()
        self.assertEqual("".join(self.texts), "x" * 2 * MOST_TOGETHER)

    def test_little_is_kept_back_of_a_text(self) -> None:
        self.out.write("x" * (MOST_KEPT_BACK + 1))
        self.out.buffer.flush()
        self.assertGreater(len("".join(self.texts)), 0)

    def test_one_very_long_text_comes_in_one_piece(self) -> None:
        self.out.write("y" * (3 * MOST_TOGETHER) + "\n")
        self.assertEqual("".join(self.texts), "y" * (3 * MOST_TOGETHER) + "\n")

    def test_a_character_that_comes_in_two_pieces_is_one(self) -> None:
        euro = "€".encode()
        self.out.buffer.write(euro[:1])
        self.out.buffer.flush()
        self.assertEqual(self.texts, [])
        self.out.buffer.write(euro[1:] + b"\n")
        self.out.buffer.flush()
        self.assertEqual("".join(self.texts), "€\n")

    def test_bytes_that_are_no_text_are_replaced(self) -> None:
        self.out.buffer.write(b"\xff\n")
        self.out.buffer.flush()
        self.assertEqual(self.texts, ["\ufffd\n"])

    def test_what_cannot_be_encoded_raises_on_stdout_and_is_escaped_on_stderr(self) -> None:
        self.assertRaises(UnicodeEncodeError, self.out.write, "\ud800")
        err = output_stream("stderr", lambda stream, text: self.written.append((stream, text)))
        err.write("\ud800\n")
        self.assertEqual(self.written, [("stderr", "\\ud800\n")])

    def test_it_is_a_text_stream_like_pythons_own(self) -> None:
        self.assertTrue(self.out.writable() and not self.out.readable() and self.out.line_buffering)
        self.assertEqual((self.out.encoding, self.out.errors), ("utf-8", "strict"))
        self.assertEqual(self.out.write("three"), 5)


class Reading(unittest.TestCase):
    def test_every_read_says_that_there_is_no_keyboard(self) -> None:
        stdin = no_input()
        for read in (stdin.read, stdin.readline, lambda: next(iter(stdin)), stdin.readlines):
            with self.assertRaises(EOFError) as caught:
                read()
            self.assertIs(caught.exception.args[0], NO_INPUT)
        self.assertTrue(stdin.readable())
        self.assertRaises(io.UnsupportedOperation, stdin.fileno)

    def test_the_debugger_says_so_too(self) -> None:
        with self.assertRaises(EOFError) as caught:
            no_keyboard()
        self.assertIs(caught.exception.args[0], NO_DEBUGGER)


class Leaving(unittest.TestCase):
    def setUp(self) -> None:
        self.usual = sys.stderr
        sys.stderr = self.said = io.StringIO()
        self.addCleanup(setattr, sys, "stderr", self.usual)

    def test_without_a_status_or_with_none_a_program_is_finished(self) -> None:
        for code in ((), (None,), (0,), (False,), (256,)):
            self.assertEqual(exited(SystemExit(*code)), FINISHED, code)

    def test_a_shell_sees_the_lowest_eight_bits_of_a_status(self) -> None:
        # As `python -c 'raise SystemExit(...)'; echo $?` tells on Linux.
        for code, status in ((1, 1), (True, 1), (255, 255), (257, 1), (-1, 255), (2**63, 255), (-(2**64), 255)):
            self.assertEqual(exited(SystemExit(code)), {"kind": "exited", "status": status, "message": ""}, code)

    def test_anything_else_is_a_message(self) -> None:
        self.assertEqual(exited(SystemExit("no money")), {"kind": "exited", "status": 1, "message": "no money"})
        self.assertEqual(exited(SystemExit([1])), {"kind": "exited", "status": 1, "message": "[1]"})
        self.assertEqual(self.said.getvalue(), "no money\n[1]\n")

    def test_a_message_that_cannot_be_said_is_empty(self) -> None:
        class Odd:
            def __str__(self) -> str:
                raise ValueError

        self.assertEqual(exited(SystemExit(Odd())), {"kind": "exited", "status": 1, "message": ""})

    def test_an_exit_that_does_not_tell_its_status_is_the_message_itself(self) -> None:
        class OddExit(SystemExit):
            @property
            def code(self) -> Any:  # pyright: ignore[reportIncompatibleVariableOverride]  # on purpose
                raise ValueError

        self.assertEqual(exited(OddExit("said"))["message"], "said")

    def test_who_has_ended_a_program_at_once_is_told(self) -> None:
        self.assertEqual(with_status(3, "os._exit")["by"], "os._exit")
        self.assertEqual(with_status(0, "os._exit"), FINISHED)
        self.assertNotIn("by", with_status(3))


class CutShort(unittest.TestCase):
    def ending(self, reason: HaltReason) -> dict[str, Any]:
        return halted(reason, {"events": 400, "outputChars": 70}, lambda _file: None)

    def test_each_reason_is_an_ending(self) -> None:
        self.assertEqual(self.ending(HaltReason("stopped")), {"kind": "stopped"})
        stuck = HaltReason("stuck", ["main waits"], cycle=["a holds", "b holds"])
        self.assertEqual(
            self.ending(stuck), {"kind": "stuck", "waits": ["main waits"], "cycle": ["a holds", "b holds"]}
        )
        told = self.ending(HaltReason("exited", status=2, by="os._exit"))
        self.assertEqual(told, {"kind": "exited", "status": 2, "message": "", "by": "os._exit"})

    def test_a_cap_is_told_with_what_it_is(self) -> None:
        # A lane is taken for four events.
        self.assertEqual(self.ending(HaltReason("lanes")), {"kind": "capped", "what": "lanes", "limit": 100})
        self.assertEqual(self.ending(HaltReason("output")), {"kind": "capped", "what": "output", "limit": 70})


class TheLastTraceback(unittest.TestCase):
    def setUp(self) -> None:
        self.said = io.StringIO()
        for name, value in (("stderr", self.said), ("excepthook", sys.__excepthook__)):
            self.addCleanup(setattr, sys, name, getattr(sys, name))
            setattr(sys, name, value)

    def test_is_printed_as_it_is_told(self) -> None:
        self.assertIsNone(show(ValueError("no"), "told\n"))
        self.assertEqual(self.said.getvalue(), "told\n")

    def test_of_a_name_that_a_module_lacks_python_itself_makes_the_report(self) -> None:
        """It asks the module which name may have been meant."""
        make: Any = ImportError  # The standard library's types do not know `name_from`.
        error = make("cannot import name 'patj' from 'os'", name="os", name_from="patj")
        self.assertIsNone(show(error, "told\n"))
        said = self.said.getvalue()
        self.assertTrue(said.startswith("ImportError: cannot import name 'patj' from 'os'"), said)
        self.assertNotIn("told", said)

    def test_is_given_to_the_hook_of_the_program(self) -> None:
        heard: list[Any] = []

        def hook(*args: object) -> None:
            heard.append(args)

        sys.excepthook = hook
        error = ValueError("no")
        self.assertIsNone(show(error, "told\n"))
        self.assertEqual(heard, [(ValueError, error, None)])
        self.assertEqual(self.said.getvalue(), "")

    def test_a_hook_may_end_the_program(self) -> None:
        def hook(*_args: object) -> None:
            raise SystemExit(5)

        sys.excepthook = hook
        exit = show(ValueError("no"), "told\n")
        self.assertEqual(exit and exit.code, 5)

    def test_a_hook_that_fails_is_told_with_the_original(self) -> None:
        def hook(*_args: object) -> None:
            raise KeyError("hook")

        sys.excepthook = hook
        show(ValueError("no"), "told\n")
        said = self.said.getvalue()
        self.assertTrue(said.startswith("Error in sys.excepthook:\nTraceback"))
        self.assertTrue(said.endswith("KeyError: 'hook'\n\nOriginal exception was:\ntold\n"))

    def test_without_a_hook_python_says_so(self) -> None:
        del sys.excepthook
        show(ValueError("no"), "told\n")
        self.assertEqual(self.said.getvalue(), "sys.excepthook is missing\ntold\n")

    def test_the_end_of_a_run_goes_through_a_hook(self) -> None:
        def hook(*_args: object) -> None:
            raise Halt

        sys.excepthook = hook
        self.assertRaises(Halt, show, ValueError(), "")

    def test_streams_that_are_closed_or_missing_are_no_failure(self) -> None:
        self.addCleanup(setattr, sys, "stdout", sys.stdout)
        sys.stdout = None
        self.said.close()
        self.assertTrue(streams_flushed())

    def test_a_stream_that_cannot_be_flushed_is(self) -> None:
        class Full(io.StringIO):
            def flush(self) -> None:
                raise OSError("full")

        sys.stderr = Full()
        self.assertFalse(streams_flushed())

    def test_trace_functions_are_left(self) -> None:
        def trace(*_: object) -> None:
            pass

        before = sys.gettrace(), sys.getprofile()
        self.addCleanup(sys.settrace, before[0])
        self.addCleanup(sys.setprofile, before[1])
        sys.settrace(trace)
        sys.setprofile(trace)
        leave_tracing()
        self.assertEqual((sys.gettrace(), sys.getprofile()), (None, None))


class Recursion(unittest.TestCase):
    def test_any_limit_is_taken_and_no_more_than_the_most_is_set(self) -> None:
        asked: list[int] = []
        limit = clamped(asked.append)
        for number in (100, MOST_RECURSION, MOST_RECURSION + 1, 10**9):
            limit(number)
        self.assertEqual(asked, [100, MOST_RECURSION, MOST_RECURSION, MOST_RECURSION])

    def test_wrong_limits_raise_what_they_raise(self) -> None:
        limit = clamped(sys.setrecursionlimit)
        self.assertRaises(ValueError, limit, 0)
        self.assertRaises(TypeError, limit, "many")


if __name__ == "__main__":
    unittest.main()
