"""What a program is not shown of us: our monitoring tools, what was loaded before it, our frames and memory."""

import gc
import sys
import tracemalloc
import unittest
from types import CodeType
from typing import Any, NamedTuple

from faultline.cpython.aside import ASIDE, blocks_about, is_ours, made_by_us
from faultline.cpython.hidden_memory import hide_our_memory
from faultline.cpython.loaded import LOADED, undisturbed
from faultline.cpython.monitoring import Tool, ToolId
from faultline.cpython.replacements import Replacements
from faultline.cpython.tool_ids import hide_own_tools
from faultline.pristine.monitoring import own_monitoring, own_tools
from faultline.source.ours import OURS


class ReplacedCase(unittest.TestCase):
    def setUp(self) -> None:
        self.replacements = Replacements()
        self.addCleanup(self.replacements.restore)


class Tools(ReplacedCase):
    def setUp(self) -> None:
        super().setUp()
        self.monitoring: Any = sys.monitoring
        own_monitoring.use_tool_id(4, "ours")
        self.addCleanup(own_monitoring.free_tool_id, 4)
        hide_own_tools(self.replacements)
        self.used: list[int] = []
        self.addCleanup(lambda: [self.monitoring.free_tool_id(number) for number in self.used])

    def use(self, number: int, name: str = "theirs") -> None:
        self.monitoring.use_tool_id(number, name)
        self.used.append(number)

    def test_a_number_of_ours_is_free_to_the_program(self) -> None:
        self.assertIsNone(self.monitoring.get_tool(4))
        self.use(4)
        self.assertEqual(self.monitoring.get_tool(4), "theirs")
        self.assertEqual(own_monitoring.get_tool(4), "ours")

    def test_other_numbers_are_what_they_are(self) -> None:
        self.use(3)
        self.assertEqual((self.monitoring.get_tool(3), own_monitoring.get_tool(3)), ("theirs", "theirs"))

    def test_a_number_is_used_once(self) -> None:
        self.use(4)
        self.assertRaisesRegex(ValueError, "tool 4 is already in use", self.monitoring.use_tool_id, 4, "again")

    def test_wrong_numbers_and_names_raise_what_they_raise(self) -> None:
        for number in (-1, 6):
            self.assertRaises(ValueError, self.monitoring.use_tool_id, number, "n")
            self.assertRaises(ValueError, self.monitoring.get_tool, number)
        self.assertRaises(ValueError, self.monitoring.use_tool_id, 3, 5)

    def test_all_six_are_free_but_for_those_that_we_use(self) -> None:
        for number in (0, 1, 2, 3, 4):
            self.use(number)
        self.assertRaisesRegex(RuntimeError, "this run is watched", self.monitoring.use_tool_id, 5, "one too many")

    def test_a_tool_of_the_programs_hears_of_its_own_code_and_not_of_ours(self) -> None:
        heard: list[str] = []
        self.use(4)
        start = self.monitoring.events.PY_START

        def callback(code: CodeType, _offset: int) -> None:
            heard.append(code.co_name)

        self.assertIsNone(self.monitoring.register_callback(4, start, callback))
        names: dict[str, Any] = {}
        exec(compile("def ours(): pass\n", f"{OURS}/made_up.py", "exec"), names)
        exec(compile("def theirs(): pass\n", "main.py", "exec"), names)
        self.monitoring.set_events(4, start)
        names["ours"]()
        names["theirs"]()
        self.assertEqual(self.monitoring.get_events(4), start)
        self.monitoring.set_events(4, 0)
        self.assertEqual([name for name in heard if name in ("ours", "theirs")], ["theirs"])
        self.assertIs(self.monitoring.register_callback(4, start, None), callback)

    def test_a_tool_that_is_freed_can_be_used_again(self) -> None:
        self.monitoring.use_tool_id(4, "first")
        self.monitoring.free_tool_id(4)
        self.assertIsNone(self.monitoring.get_tool(4))
        self.use(4, "second")
        self.assertEqual(own_monitoring.get_tool(4), "ours")

    def test_freeing_what_is_ours_does_nothing(self) -> None:
        self.monitoring.free_tool_id(4)
        self.assertEqual(own_monitoring.get_tool(4), "ours")
        self.assertIn(4, own_tools)


class OneTool(unittest.TestCase):
    def test_is_told_of_what_it_follows_until_it_is_stopped(self) -> None:
        heard: list[str] = []

        def followed() -> None:
            """Its return is told."""

        def other() -> None:
            """Its return is not."""

        def returned(code: CodeType, _offset: int, _value: object) -> None:
            heard.append(code.co_name)

        tool = Tool(ToolId(3, "one tool"), {"PY_RETURN": returned})
        tool.follow(followed.__code__, "PY_RETURN")
        followed()
        other()
        tool.listen("PY_RETURN")
        other()
        tool.listen()
        other()
        tool.stop()
        followed()
        self.assertEqual([name for name in heard if name in ("followed", "other")], ["followed", "other"])
        self.assertIsNone(own_monitoring.get_tool(3))
        self.assertNotIn(3, own_tools)


class WhatWasLoaded(ReplacedCase):
    def setUp(self) -> None:
        super().setUp()
        LOADED.install(self.replacements)

    def test_the_collector_is_as_if_nothing_were_frozen(self) -> None:
        before = gc.get_freeze_count()
        LOADED.set_aside()
        self.assertEqual(gc.get_freeze_count(), before)
        self.assertTrue(LOADED.all_in_sight())

    def test_what_the_program_freezes_is_counted(self) -> None:
        LOADED.set_aside()
        made = [[number] for number in range(50)]
        gc.freeze()
        self.assertGreaterEqual(gc.get_freeze_count(), len(made))
        self.assertFalse(LOADED.all_in_sight())
        gc.unfreeze()
        self.assertEqual(gc.get_freeze_count(), 0)

    def test_who_asks_for_objects_gets_all_of_them(self) -> None:
        kept = [object()]
        LOADED.set_aside()
        self.assertTrue(any(one is kept for one in gc.get_objects()))
        self.assertTrue(any(one is kept for one in gc.get_referrers(kept[0])))

    def test_collections_before_the_program_are_not_counted(self) -> None:
        LOADED.set_aside()
        before = [one["collections"] for one in gc.get_stats()]
        self.assertLessEqual(sum(before), 1)
        gc.collect()
        self.assertGreater(sum(one["collections"] for one in gc.get_stats()), sum(before))

    def test_a_look_brings_on_no_collection(self) -> None:
        collections: list[str] = []

        def heard(phase: str, _info: dict[str, int]) -> None:
            collections.append(phase)

        gc.callbacks.append(heard)
        self.addCleanup(gc.callbacks.remove, heard)
        made = undisturbed(lambda: [[number] for number in range(5000)])
        self.assertEqual((len(made), collections, gc.isenabled()), (5000, [], True))


class Memory(ReplacedCase):
    def setUp(self) -> None:
        super().setUp()
        hide_our_memory(self.replacements)
        self.addCleanup(tracemalloc.stop)
        names: dict[str, Any] = {}
        exec(compile("def hold(size): return bytearray(size)\n", f"{OURS}/made_up.py", "exec"), names)
        self.hold_as_ours = names["hold"]
        tracemalloc.start()

    def test_what_we_keep_is_not_held_by_the_program(self) -> None:
        before = tracemalloc.get_traced_memory()[0]
        ours = self.hold_as_ours(1_000_000)
        after = tracemalloc.get_traced_memory()[0]
        self.assertLess(after - before, 100_000)
        theirs = bytearray(1_000_000)
        self.assertGreater(tracemalloc.get_traced_memory()[0] - after, 900_000)
        del ours, theirs

    def test_what_is_allocated_aside_is_ours_without_a_look(self) -> None:
        before = ASIDE.held()
        with ASIDE:
            kept = bytearray(1_000_000)
        with ASIDE, ASIDE:
            kept_too = bytearray(1_000_000)
        self.assertLess(ASIDE.held() - before, 100_000)
        theirs = bytearray(1_000_000)
        self.assertGreater(ASIDE.held() - before, 900_000)
        del kept, kept_too, theirs

    def test_a_snapshot_shows_nothing_of_ours(self) -> None:
        ours, theirs = self.hold_as_ours(500_000), bytearray(700_000)
        sizes = [trace.size for trace in tracemalloc.take_snapshot().traces if trace.size > 400_000]
        self.assertEqual([size // 100_000 for size in sizes], [7])
        del ours, theirs

    def test_an_object_of_ours_has_been_allocated_nowhere(self) -> None:
        self.assertIsNone(tracemalloc.get_object_traceback(self.hold_as_ours(100)))
        found = tracemalloc.get_object_traceback(bytearray(100))
        self.assertEqual(found and found[0].filename, __file__)

    def test_blocks_are_told_by_the_file_that_allocated_them(self) -> None:
        self.assertTrue(is_ours(((f"{OURS}/run/runner.py", 1), ("main.py", 2))))
        self.assertFalse(is_ours((("main.py", 1), (f"{OURS}/run/runner.py", 2))))
        self.assertGreater(blocks_about(), 0)

    def test_named_tuples_of_ours_are_ours(self) -> None:
        class Pair(NamedTuple):
            one: int
            two: int

        pair = made_by_us(Pair)
        self.assertTrue(pair.__new__.__code__.co_filename.startswith(OURS))
        self.assertEqual(pair(1, two=2), (1, 2))


if __name__ == "__main__":
    unittest.main()
