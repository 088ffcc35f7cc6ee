"""The small parts of a search: quiet calls, globals, scalars, bookkeeping of threads, what is told of the unseen."""

import struct
import sys
import threading
import time
import unittest
from collections.abc import Callable
from types import FrameType
from typing import Any

from faultline.accesses.sites import Site
from faultline.primitives.lock import Lock
from faultline.scheduler import rules
from faultline.scheduler.steps import Steps
from faultline.scheduler.thread import VirtualThread
from faultline.search.bookkeeping import Bookkeeping, is_turn, until
from faultline.search.globals import global_accesses
from faultline.search.quiet import Quiet
from faultline.search.scalars import MAKERS, know_makers, rule_of
from faultline.search.unseen import place_report

from .hand_made_stack import HandMadeStack


def site(kind: str, name: str = "", number: int = 0) -> Site:
    return Site(kind, name, "label", 1, number, False)


class QuietCalls(unittest.TestCase):
    def setUp(self) -> None:
        self.stack = HandMadeStack()
        stack: Any = self.stack
        self.quiet = Quiet(stack)
        self.watched: list[FrameType] = []

    def looks(self, kind: str, *values: Any, number: int = 0) -> bool:
        """Whether a call is looked at."""
        self.stack.values = [*values]
        before = len(self.watched)
        self.quiet.left_out(site(kind, number=number), self.watched.append)(sys._getframe())
        return len(self.watched) > before

    def test_sleeping_and_using_locks_need_no_look(self) -> None:
        lock = object()
        for method in ("acquire", "release", "__exit__"):
            self.assertFalse(self.looks("call", vars(Lock)[method], lock), method)
        self.assertFalse(self.looks("call", time.sleep, None, 0.5, number=1))

    def test_other_calls_are_looked_at(self) -> None:
        self.assertTrue(self.looks("call", len, None, [], number=1))
        self.assertTrue(self.looks("call", Lock.locked, object()))

    def test_what_is_called_lies_below_all_that_it_is_given(self) -> None:
        self.assertTrue(self.looks("call", len, None, time.sleep, number=1))
        self.assertFalse(self.looks("call_kw", vars(Lock)["acquire"], object(), 1.5, ("timeout",), number=1))

    def test_what_is_no_call_is_looked_at_as_it_is(self) -> None:
        def watch(_frame: FrameType) -> None:
            """Nothing."""

        self.assertIs(self.quiet.left_out(site("global read", "x"), watch), watch)


class Globals(unittest.TestCase):
    def frame(self) -> FrameType:
        scope: dict[str, Any] = {"getframe": sys._getframe}
        exec("def f():\n    return getframe()\nframe = f()", scope)
        frame: FrameType = scope["frame"]
        return frame

    def test_a_variable_is_told_by_its_module_and_name(self) -> None:
        accesses = global_accesses(site("global read", "x"))
        assert accesses is not None
        frame = self.frame()
        [access] = accesses(frame)
        self.assertEqual((access.key, access.write), (("global", id(frame.f_globals), "x"), False))

    def test_it_is_the_same_access_each_time_and_another_in_another_module(self) -> None:
        accesses = global_accesses(site("global write", "x"))
        assert accesses is not None
        one, other = self.frame(), self.frame()
        self.assertIs(accesses(one), accesses(one))
        self.assertNotEqual(accesses(one)[0].key, accesses(other)[0].key)
        self.assertTrue(accesses(one)[0].write)

    def test_deleting_writes(self) -> None:
        accesses = global_accesses(site("global delete", "x"))
        assert accesses is not None
        self.assertTrue(accesses(self.frame())[0].write)

    def test_other_sites_are_not_of_globals(self) -> None:
        for kind in ("cell read", "attribute read", "call", "next"):
            self.assertIsNone(global_accesses(site(kind, "x")))


class Scalars(unittest.TestCase):
    def test_operators_need_no_look_where_both_sides_are_scalars(self) -> None:
        for kind in ("both", "in place"):
            self.assertEqual(rule_of(site(kind)), rules.two_plain(scalar=True))

    def test_a_whole_needs_no_look_where_the_value_so_deep_is_a_scalar(self) -> None:
        self.assertEqual(rule_of(site("whole", number=2)), rules.one_plain(2, scalar=True))
        self.assertNotEqual(rule_of(site("whole", number=2)), rule_of(site("whole", number=1)))

    def test_a_call_is_told_by_how_many_it_is_given(self) -> None:
        self.assertEqual(rule_of(site("call", number=3)), rules.scalar_call(3))

    def test_variables_and_items_are_always_looked_at(self) -> None:
        for kind in ("global read", "cell write", "attribute read", "item read", "contains", "call_kw", "yield"):
            self.assertIsNone(rule_of(site(kind)), kind)

    def test_makers_are_known_by_their_addresses(self) -> None:
        steps = Steps()
        known: list[tuple[object, ...]] = []

        def know(*location: object) -> None:
            known.append(location)

        steps.know_location = know
        know_makers(steps)
        self.assertEqual(known, [(id(maker), rules.MAKES_SCALARS, None) for maker in MAKERS])

    def test_rules_are_written_in_eight_words(self) -> None:
        # Kind, whose, number, depth of the key, key, depth of the value, place, flag.
        self.assertEqual(struct.unpack("<IIIiIiII", rules.scalar_call(3)), (5, 0, 3, -1, 0, -1, 0, 0))
        self.assertEqual(struct.unpack("<IIIiIiII", rules.one_plain(2, once=True)), (1, 0, 2, -1, 0, -1, 0, 1))
        key = rules.Key(1, 0)
        found = struct.unpack("<IIIiIiII", rules.location(rules.ON_STACK, 4, key, 2, 9, test=True))
        self.assertEqual(found, (4, 1, 4, 1, 0, 2, 9, 1))


class LocksOfThreads(unittest.TestCase):
    def setUp(self) -> None:
        self.asked: list[bool] = []
        self.bookkeeping = Bookkeeping(lambda file: "main.py" if file == "main.py" else None)

    def use(self) -> None:
        """A thread uses a lock, by as many frames of ours as there are in a run."""
        (lambda: (lambda: self.asked.append(self.bookkeeping.begins(1, "lock")))())()

    def start_that_calls(self, what: Callable[[], object]) -> None:
        """Has `threading` begin to start a thread, call `what` meanwhile, and get no further."""

        class Started:
            """In the place of the event that a new thread sets."""

            def is_set(self) -> bool:
                what()
                raise InterruptedError

        thread = threading.Thread(target=len)
        vars(thread)["_started"] = Started()
        self.assertRaises(InterruptedError, thread.start)

    def test_a_lock_that_the_program_uses_is_its_own(self) -> None:
        exec(compile("def f():\n    use()\nf()\n", "main.py", "exec"), {"use": self.use})
        self.assertEqual(self.asked, [False])

    def test_a_lock_that_is_used_to_start_a_thread_is_not_the_programs(self) -> None:
        self.start_that_calls(lambda: self.use())
        self.assertEqual(self.asked, [True])

    def test_code_of_the_program_that_runs_meanwhile_uses_locks_of_its_own(self) -> None:
        code = compile("use()", "main.py", "exec")
        self.start_that_calls(lambda: exec(code, {"use": self.use}))
        self.assertEqual(self.asked, [False])

    def test_what_began_as_bookkeeping_ends_as_that(self) -> None:
        self.bookkeeping._begun[1] = "lock", True
        self.assertTrue(self.bookkeeping.ends(1, "lock"))
        self.bookkeeping._begun[1] = "lock", True
        self.assertFalse(self.bookkeeping.ends(1, "other"))

    def test_threads_are_told_apart(self) -> None:
        self.bookkeeping._begun[2] = "lock", True
        self.assertFalse(self.bookkeeping.ends(1, "lock"))
        self.assertTrue(self.bookkeeping.ends(2, "lock"))


class Turns(unittest.TestCase):
    def waiting(self, verb: str, on: object) -> VirtualThread:
        thread = VirtualThread(1, None, name="", daemon=False)
        thread.verb, thread.on = verb, on
        return thread

    def test_sleeping_for_no_time_is_waiting_for_a_turn(self) -> None:
        self.assertTrue(is_turn(self.waiting("sleep", 0)))
        self.assertFalse(is_turn(self.waiting("sleep", 1)))
        self.assertFalse(is_turn(self.waiting("acquire", 0)))

    def test_a_deadline_is_told_in_nanoseconds_and_a_turn_without(self) -> None:
        self.assertEqual(until(self.waiting("sleep", 0.25), 1.25), 1_250_000_000)
        self.assertEqual(until(self.waiting("sleep", 0), 1.25), until(self.waiting("sleep", 0), 7.5))


class TheUnseen(unittest.TestCase):
    def test_a_place_is_told_by_the_path_that_the_person_knows(self) -> None:
        where = ("/program/no_such_file.py", 1, "f", site("call")._replace(line=3))
        found = place_report(where, lambda file: file.removeprefix("/program/"))
        self.assertEqual(found, {"file": "no_such_file.py", "line": 3, "source": ""})

    def test_a_line_of_a_file_is_told_without_its_indentation_and_cut(self) -> None:
        where = (__file__, 1, "f", site("call")._replace(line=1))
        self.assertEqual(
            place_report(where, lambda _file: "a.py")["source"], (__doc__ or "").join(['"""', '"""'])[:100]
        )


if __name__ == "__main__":
    unittest.main()
