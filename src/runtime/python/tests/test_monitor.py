"""The program is followed instruction by instruction: points are counted, and what instructions access is read."""

import dis
import sys
import unittest
from collections.abc import Callable, Generator
from contextlib import contextmanager
from textwrap import dedent
from types import CodeType, FrameType
from typing import Any

from faultline.accesses.accesses import AccessReader
from faultline.accesses.monitor import Monitor
from faultline.accesses.sites import Site, codes_of
from faultline.cpython.value_stack import MISSING, ValueStack, works
from faultline.pristine.monitoring import own_monitoring
from faultline.scheduler.steps import InstructionCallback, Steps

FILE = "monitor_of_a_test.py"
# The value stack lies elsewhere in other builds, and nothing there looks at it.
readable = unittest.skipUnless(works(), "the value stack of CPython 3.14 on 32 bits")


def locate(file: str) -> str | None:
    return "main.py" if file == FILE else None


@contextmanager
def following(monitor: Monitor) -> Generator[None]:
    monitor.start()
    try:
        yield
    finally:
        monitor.stop()


def function(source: str, **names: Any) -> Callable[..., Any]:
    """The function `f` of a program."""
    exec(compile(dedent(source), FILE, "exec"), names)
    made: Callable[..., Any] = names["f"]
    return made


class Points(unittest.TestCase):
    def points(self, source: str, *given: Any, gil: bool = False, **names: Any) -> int:
        """How many a call of `f` passes."""
        steps = Steps()
        f = function(source, **names)
        with following(Monitor(locate, steps, frozenset(), gil=gil)):
            f(*given)
            return steps.passed()

    def test_every_instruction_is_one_where_any_may_be_followed_by_a_switch(self) -> None:
        source = "def f(a):\n    b = a\n    return b\n"
        code = function(source).__code__
        # Its start is told before the events of its first instruction are asked for.
        count = len([one for one in dis.get_instructions(code) if one.opname not in ("RESUME", "CACHE")])
        self.assertEqual(self.points(source, 1), count)

    def test_with_the_gil_a_loop_passes_one_each_turn(self) -> None:
        source = "def f(n):\n    for _ in range(n):\n        pass\n"
        self.assertEqual(self.points(source, 50, gil=True) - self.points(source, 10, gil=True), 40)

    def test_with_the_gil_a_straight_line_passes_one_for_each_call(self) -> None:
        calls = [self.points(f"def f(g):\n    {'g(); ' * n}return 1\n", int, gil=True) for n in (1, 2, 5)]
        self.assertEqual([calls[1] - calls[0], calls[2] - calls[0]], [1, 4])

    def test_code_of_the_library_passes_none(self) -> None:
        f = "def f(call):\n    call()\n"
        self.assertEqual(self.points(f, lambda: list(range(100))), self.points(f, lambda: None))

    def test_code_that_the_program_makes_by_exec_passes_points(self) -> None:
        f = "def f(text):\n    exec(text)\n"
        self.assertGreater(self.points(f, "a = 1\n" * 50), self.points(f, "a = 1\n") + 49)

    def test_once_it_is_stopped_nothing_is_counted(self) -> None:
        steps = Steps()
        f = function("def f():\n    return 1\n")
        with following(Monitor(locate, steps, frozenset(), gil=False)):
            f()
        before = steps.passed()
        f()
        self.assertGreater(before, 0)
        self.assertEqual(steps.passed(), before)
        self.assertIsNone(own_monitoring.get_tool(4))

    def test_another_monitor_follows_the_same_code(self) -> None:
        f = function("def f():\n    return 1\n")
        passed: list[int] = []
        for _ in range(2):
            steps = Steps()
            with following(Monitor(locate, steps, frozenset(), gil=False)):
                f()
            passed.append(steps.passed())
        self.assertEqual(passed[0], passed[1])
        self.assertGreater(passed[0], 0)


class Watching(unittest.TestCase):
    def setUp(self) -> None:
        self.steps = Steps()
        self.monitor = Monitor(locate, self.steps, frozenset(), gil=True)
        self.seen: list[str] = []

    def prepare(self, site: Site, _code: CodeType) -> InstructionCallback:
        return lambda _frame: self.seen.append(f"{site.kind} {site.name}")

    def test_sites_are_looked_at_in_the_order_in_which_they_are_executed(self) -> None:
        source = "x = y = 0\ndef f():\n    global x, y\n    y = x\n    x = y\n"
        self.monitor.watch(self.prepare)
        f = function(source)
        names = {code.co_name for code in codes_of(compile(source, FILE, "exec"))}
        self.assertEqual(names, {"<module>", "f"})
        with following(self.monitor):
            # The module runs once more, so that its variables are known to change.
            function(source)
            self.seen.clear()
            f = function(source)
            self.seen.clear()
            f()
        self.assertEqual(self.seen, ["global read x", "global write y", "global read y", "global write x"])

    def test_a_look_that_fails_is_answered_for_and_ends_all_looks(self) -> None:
        failures: list[BaseException] = []

        def prepare(_site: Site, _code: CodeType) -> InstructionCallback:
            raise ArithmeticError("no look")

        self.monitor.watch(prepare)
        self.monitor.answered_for_by(failures.append)
        f = function("def f(a):\n    a.n = 1\n    a.n = 2\n")
        with following(self.monitor):
            f(self)
        self.assertEqual([str(one) for one in failures], ["no look"])

    def test_who_watches_no_more_hears_nothing_and_points_are_still_counted(self) -> None:
        self.monitor.watch(self.prepare)
        f = function("def f(a):\n    a.n = 1\n    return int()\n")
        with following(self.monitor):
            f(self)
            heard, passed = len(self.seen), self.steps.passed()
            self.assertTrue(self.monitor.is_watched)
            self.monitor.watch_no_more()
            self.assertFalse(self.monitor.is_watched)
            f(self)
        self.assertEqual((heard, len(self.seen)), (2, 2))
        self.assertEqual(self.steps.passed(), 2 * passed)

    def test_sites_are_known_by_their_code_and_offset(self) -> None:
        self.monitor.watch(self.prepare)
        f = function("def f(a):\n    a.n = 1\n")
        with following(self.monitor):
            f(self)
        stores = {one.offset for one in dis.get_instructions(f.__code__) if one.opname == "STORE_ATTR"}
        offsets = {offset for offset in range(len(f.__code__.co_code)) if self.monitor.has_site(f.__code__, offset)}
        self.assertEqual(offsets, stores)


@readable
class RealAccesses(unittest.TestCase):
    """With the real value stack: what programs access, line by line."""

    def accesses(self, source: str, *given: Any, **names: Any) -> list[tuple[str, str, object]]:
        """What a call of `f` accesses: the kind of place, whether it is written, and the value."""
        looks = AccessReader(ValueStack(), locate)
        found: list[tuple[str, str, object]] = []

        def prepare(site: Site, code: CodeType) -> InstructionCallback:
            def look(frame: FrameType) -> None:
                access = looks.at(site, frame)
                found.extend(
                    (one.key[0], "write" if one.write else "read", one.value)
                    for one in (() if access is None else access.all())
                    if one.key[0] != "object"
                )

            return look if code.co_name == "f" else lambda _frame: None

        monitor = Monitor(locate, Steps(), frozenset({"x"}), gil=True)
        monitor.watch(prepare)
        with following(monitor):
            function(source, **names)(*given)
        return found

    def test_an_increment_reads_the_old_value_and_writes_the_new_one(self) -> None:
        found = self.accesses("def f():\n    global x\n    x += 1\n", x=41)
        self.assertEqual(found, [("global", "read", 41), ("global", "write", 42)])

    def test_an_attribute_of_an_object(self) -> None:
        class Account:
            balance = 0

        ann: Any = Account()
        ann.balance = 5
        found = self.accesses("def f(ann):\n    ann.balance -= 3\n", ann)
        self.assertEqual(found, [("attribute", "read", 5), ("attribute", "write", 2)])

    def test_items_of_lists_and_dictionaries(self) -> None:
        found = self.accesses("def f(ages, i):\n    ages[i] += 1\n", {"ann": 5}, "ann")
        self.assertEqual(found, [("container", "read", 5), ("container", "write", 6)])
        found = self.accesses("def f(xs):\n    del xs[0]\n", [7])
        self.assertEqual(found, [("container", "write", MISSING)])

    def test_a_loop_reads_its_list_at_each_turn(self) -> None:
        found = self.accesses("def f(xs):\n    for x in xs:\n        pass\n", [7, 8])
        # Once to begin with, once for each item, and once to see that there is none left.
        self.assertEqual(found, [("container", "read", MISSING)] * 4)

    def test_a_comprehension_reads_what_it_goes_over(self) -> None:
        found = self.accesses("def f(xs):\n    return [n for n in xs]\n", [7])
        self.assertEqual(found, [("container", "read", MISSING)] * 3)

    def test_methods_write_or_read_their_container(self) -> None:
        found = self.accesses("def f(xs, ys):\n    xs.extend(ys)\n    return xs.count(1)\n", [1], {2})
        kinds = [(kind, how) for kind, how, _ in found]
        self.assertEqual(kinds, [("container", "write"), ("container", "read"), ("container", "read")])

    def test_a_closure_variable_is_read_and_written(self) -> None:
        source = """
            def made():
                x = 1
                def f():
                    nonlocal x
                    x = x + 4
                return f
            f = made()
        """
        self.assertEqual(self.accesses(source), [("cell", "read", 1), ("cell", "write", 5)])

    def test_a_slice_that_is_replaced_writes_its_list(self) -> None:
        self.assertEqual(self.accesses("def f(xs, i):\n    xs[i:] = ()\n", [7], 0), [("container", "write", MISSING)])

    def test_the_stack_of_a_frame_holds_what_has_been_pushed(self) -> None:
        stack = ValueStack()
        first, second = object(), object()

        def tell(*_given: object) -> list[Any]:
            return stack.all(sys._getframe(1))

        found = (first, second, tell())[2]
        self.assertEqual([one for one in found if one is first or one is second], [first, second])

    def test_small_numbers_are_read_as_such(self) -> None:
        stack = ValueStack()
        seen: list[int | None] = []

        def prepare(site: Site, _code: CodeType) -> InstructionCallback | None:
            return lambda frame: seen.append(stack.whole(frame)) if site.kind == "global write" else None

        monitor = Monitor(locate, Steps(), frozenset({"x"}), gil=True)
        monitor.watch(prepare)
        f = function("def f(value):\n    global x\n    x = value\n", x=0)
        with following(monitor):
            for value in (0, 7, 2**29, -1, 2**31, True, "a", None):
                f(value)
        # One digit of 30 bits, and not negative; True has a type of its own, and 0 no digit.
        self.assertEqual(seen, [None, 7, 2**29, None, None, None, None, None])


if __name__ == "__main__":
    unittest.main()
