"""What a browser lacks is found in the exceptions that come of it, and in no others."""

import errno
import os
import socket
import types
import unittest
from typing import Any

from faultline.report.absent import NO_DEBUGGER, NO_INPUT, NO_PROCESSES, NO_SIGNALS, absent_in


def raised_in(module: str, error: BaseException, function: str = "call") -> BaseException:
    """The exception, raised by a function of a module with this name."""
    names: dict[str, Any] = {"__name__": module, "error": error}
    exec(f"def {function}():\n    raise error\n", names)
    try:
        names[function]()
    except BaseException as caught:
        return caught
    raise AssertionError


def missing(name: str) -> BaseException:
    return ModuleNotFoundError(f"No module named {name!r}", name=name)


class AbsentCase(unittest.TestCase):
    def assertAbsent(self, error: BaseException, what: str, name: str = "") -> None:
        self.assertEqual(absent_in(error), {"what": what, "name": name})

    def assertPresent(self, error: BaseException) -> None:
        self.assertIsNone(absent_in(error))


class Keyboards(AbsentCase):
    def test_reading_input_that_is_not_there(self) -> None:
        self.assertAbsent(EOFError(NO_INPUT), "keyboard")
        self.assertAbsent(EOFError(NO_DEBUGGER), "keyboard")

    def test_a_password_has_no_keyboard_either(self) -> None:
        self.assertAbsent(raised_in("getpass", EOFError()), "keyboard")

    def test_other_ends_of_input_are_the_programs_own(self) -> None:
        self.assertPresent(EOFError("the file ends here"))
        self.assertPresent(EOFError())
        self.assertPresent(EOFError("".join([*NO_INPUT])))


class Modules(AbsentCase):
    def test_a_module_that_no_browser_has(self) -> None:
        for name, what in (("tkinter", "module"), ("_multiprocessing", "processes"), ("ssl", "network")):
            self.assertAbsent(missing(name), what, name)

    def test_a_part_of_a_package_needs_what_the_package_needs(self) -> None:
        self.assertAbsent(missing("tkinter.ttk"), "module", "tkinter.ttk")

    def test_a_module_that_nobody_has_is_a_mistake_of_another_kind(self) -> None:
        self.assertPresent(missing("tkintre"))
        self.assertPresent(ImportError("cannot import name 'x'", name="main"))

    def test_a_module_of_the_library_that_cannot_be_loaded_is_named(self) -> None:
        """The learner has asked for that one, not for what it lacks itself."""
        self.assertAbsent(raised_in("webbrowser", missing("js")), "browser", "webbrowser")
        self.assertAbsent(raised_in("multiprocessing", ImportError("no", name=None)), "processes", "multiprocessing")


class Attributes(AbsentCase):
    def lacking(self, module: types.ModuleType, name: str) -> BaseException:
        return AttributeError(f"no {name}", name=name, obj=module)

    def test_what_a_module_has_elsewhere(self) -> None:
        self.assertAbsent(self.lacking(os, "fork"), "processes", "os.fork")
        self.assertAbsent(self.lacking(socket, "AF_UNIX"), "network", "socket.AF_UNIX")
        self.assertAbsent(self.lacking(os, "mkfifo"), "system", "os.mkfifo")

    def test_a_misspelt_name_is_a_mistake_of_another_kind(self) -> None:
        self.assertPresent(self.lacking(os, "frok"))
        self.assertPresent(AttributeError("no attribute", name="fork", obj=object()))

    def test_an_object_that_pretends_to_be_a_module_is_none(self) -> None:
        class Odd:
            __class__ = types.ModuleType  # pyright: ignore[reportIncompatibleMethodOverride, reportAssignmentType]  # it lies
            __name__ = "os"

        self.assertPresent(AttributeError("no fork", name="fork", obj=Odd()))


class SystemErrors(AbsentCase):
    def test_by_their_numbers(self) -> None:
        self.assertAbsent(OSError(errno.ENOSYS, "not implemented"), "system")
        self.assertAbsent(OSError(errno.ECONNREFUSED, "refused"), "network")
        self.assertAbsent(OSError(NO_PROCESSES, "no processes"), "processes")

    def test_by_who_was_called(self) -> None:
        self.assertAbsent(raised_in("subprocess", OSError(errno.EACCES, "denied")), "processes", "subprocess")

    def test_names_that_cannot_be_resolved(self) -> None:
        self.assertAbsent(socket.gaierror(socket.EAI_AGAIN, "try again"), "network")

    def test_a_file_that_is_not_there_is_the_programs_own(self) -> None:
        self.assertPresent(FileNotFoundError(errno.ENOENT, "no such file"))
        self.assertPresent(OSError("words only"))


class EventLoops(AbsentCase):
    def test_what_a_loop_leaves_to_the_operating_system(self) -> None:
        for function, what in (
            ("subprocess_exec", "processes"),
            ("connect_read_pipe", "processes"),
            ("sock_connect", "network"),
        ):
            self.assertAbsent(raised_in("asyncio.events", NotImplementedError(), function), what, function)

    def test_signals_of_a_loop(self) -> None:
        self.assertAbsent(NotImplementedError(NO_SIGNALS), "signals", "add_signal_handler")

    def test_what_the_program_has_not_implemented_is_its_own(self) -> None:
        self.assertPresent(raised_in("__main__", NotImplementedError()))
        self.assertPresent(ValueError("not of this kind"))


if __name__ == "__main__":
    unittest.main()
