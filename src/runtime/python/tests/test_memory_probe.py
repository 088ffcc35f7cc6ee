"""The memory probe: what is alive, what the collector freed, which lines grew, and what is told at the end."""

import unittest
from typing import Any

from faultline.report import facts
from faultline.report import holder_facts as held

from .driving import Run, printed_by, run

FEED = """
    import time, weakref
    class Feed:
        def __init__(self): self.listeners = []
        def subscribe(self, callback): self.listeners.append({kept})
        def publish(self, price):
            for kept in list(self.listeners):
                callback = {got}
                if callback is not None: callback(price)
    class Screen:
        def __init__(self, feed):
            self.pixels = bytearray(100_000)
            self.price = None
            feed.subscribe(self.show)
        def show(self, price): self.price = price
    def visit():
        screen = Screen(feed)
        time.sleep(0.02)
        feed.publish(42)
        return screen.price == 42
    feed = Feed()
    print(sum(visit() for _ in range(50)))
"""


def watched(source: str | dict[str, str], **options: Any) -> Run:
    return run(source, probes=("memory",), **options)


class Feeds(unittest.TestCase):
    def test_listeners_that_are_bound_methods_keep_their_objects(self) -> None:
        result = watched(FEED.format(kept="callback", got="kept"))
        self.assertEqual(result.printed(), "50\n")
        levels = result.levels("Screen")
        self.assertEqual(levels, sorted(levels))
        self.assertEqual((levels[-1], result.levels("feed.listeners")[-1]), (50, 50))
        self.assertGreaterEqual(result.levels("traced bytes")[-1], 5_000_000)
        self.assertLess(result.levels("traced bytes")[-1], 5_500_000)
        self.assertEqual(result.total("late garbage"), 0)
        expected = [
            held.instance("Screen", None),
            held.bound_method("show"),
            held.container("list", "listeners"),
            held.instance("Feed", None),
            held.global_variable("feed", None),
        ]
        self.assertEqual(result.marks("Screen"), expected)

    def test_weak_methods_do_not(self) -> None:
        result = watched(FEED.format(kept="weakref.WeakMethod(callback, self.listeners.remove)", got="kept()"))
        self.assertEqual(result.printed(), "50\n")
        self.assertEqual(result.levels("Screen")[-1], 0)
        self.assertEqual(result.levels("feed.listeners")[-1], 0)
        self.assertEqual(max(result.levels("Screen")), 1)
        self.assertLess(result.levels("traced bytes")[-1], 200_000)
        self.assertEqual(result.marks("Screen"), [])
        self.assertEqual(result.marks("Feed"), [held.instance("Feed", None), held.global_variable("feed", None)])

    def test_plain_weak_references_keep_nothing_and_deliver_nothing(self) -> None:
        result = watched(FEED.format(kept="weakref.ref(callback)", got="kept()"))
        self.assertEqual(result.printed(), "0\n")
        self.assertEqual(result.levels("Screen")[-1], 0)
        self.assertEqual(result.levels("feed.listeners")[-1], 50)

    def test_the_line_that_grew_is_named(self) -> None:
        result = watched(FEED.format(kept="callback", got="kept"))
        (place,) = {e.place for e in result.tape.events() if e.track == "main.py:12" and e.word == "mark"}
        self.assertEqual(place, "main.py:12")
        self.assertGreaterEqual(result.levels("main.py:12")[-1], 2_000_000)
        self.assertGreaterEqual(result.levels("growth")[-1], result.levels("main.py:12")[-1])


class Garbage(unittest.TestCase):
    CYCLES = """
        import gc
        {first}
        class Node:
            def __init__(self): self.me = self
        for _ in range(3000): Node()
    """

    def test_a_cycle_is_late_garbage_and_no_leak(self) -> None:
        result = watched(self.CYCLES.format(first=""))
        self.assertEqual(result.levels("Node")[-1], 0)
        self.assertEqual(result.marks("Node"), [])
        self.assertGreaterEqual(result.total("collections"), 1)
        self.assertGreaterEqual(result.total("freed by the collector"), 3000)

    def test_with_the_collector_off_all_of_it_waits_for_the_end(self) -> None:
        result = watched(self.CYCLES.format(first="gc.disable()"))
        self.assertEqual(result.total("late garbage"), 3000)
        self.assertEqual(result.marks("late garbage"), [facts.late_garbage("Node", 3000)])
        self.assertEqual(result.total("collections"), 1)
        states = [event.a for event in result.tape.events() if event.word == "state"]
        self.assertEqual(states, ["off"])

    def test_frozen_objects_are_counted_at_the_end(self) -> None:
        result = watched("""
            import gc
            class T: pass
            kept = [T() for _ in range(100)]
            gc.freeze()
            more = [T() for _ in range(10)]
            print(gc.get_freeze_count() > 100)
        """)
        self.assertEqual((result.printed(), result.levels("T")[-1]), ("True\n", 110))

    def test_frozen_garbage_is_garbage_at_the_end(self) -> None:
        result = watched(self.CYCLES.format(first="gc.disable()") + "    gc.freeze()\n")
        self.assertEqual((result.levels("Node")[-1], result.marks("Node")), (0, []))
        self.assertEqual(result.marks("late garbage"), [facts.late_garbage("Node", 3000)])

    def test_so_is_what_finalisers_leave_behind(self) -> None:
        result = watched("""
            import gc
            gc.disable()
            class Log:
                def __init__(self): self.me = self
            class Session:
                def __init__(self): self.me = self
                def __del__(self, log=Log): log()
            for _ in range(50): Session()
        """)
        self.assertEqual((result.levels("Session")[-1], result.levels("Log")), (0, []))
        self.assertEqual(result.marks("Log"), [])

    def test_a_collection_says_where_it_came(self) -> None:
        result = watched("import gc\nclass N: pass\nn = N(); n.n = n\ndel n\ngc.collect()\n")
        places = [e.place for e in result.tape.events() if e.word == "mark" and e.track == "collections"]
        self.assertIn("main.py:5", places)


class Tracing(unittest.TestCase):
    def test_what_is_freed_after_the_program_has_stopped_tracing_is_seen_freed(self) -> None:
        result = watched("""
            import tracemalloc
            for _ in range(20):
                tracemalloc.start()
                kept = bytearray(1_000_000)
                tracemalloc.stop()
                del kept
        """)
        self.assertLess(result.levels("traced bytes")[-1], 200_000)


class Ends(unittest.TestCase):
    KEPT = (held.instance("T", None), held.container("list", None), held.global_variable("kept", None))

    def test_what_is_held_is_told_after_an_exception_too(self) -> None:
        result = watched("class T: pass\nkept = [T(), T()]\n1 / 0\n")
        self.assertEqual(result.ending["kind"], "raised")
        self.assertEqual(result.marks("T"), [*self.KEPT])

    def test_and_when_the_run_is_stopped(self) -> None:
        source = "import time\nclass T: pass\nkept = [T(), T()]\nwhile True: time.sleep(1)\n"
        result = watched(source, pace="real", stopAfter=3)
        self.assertEqual(result.ending, {"kind": "stopped"})
        self.assertEqual(result.marks("T"), [*self.KEPT])

    def test_everything_is_put_back(self) -> None:
        script = """
import gc, os, sys, tempfile, tracemalloc
from faultline.run.runner import Runner
from tests.stage import TestMachine, standard_run
before = [gc.callbacks, list(gc.callbacks), gc.get_freeze_count, tracemalloc.start]
request = {"program": {"files": {"main.py": "x = [1]"}, "entry": "main.py"}, "probes": ["memory"], "pace": "fast",
    "limits": {"events": 1000, "outputChars": 1000}, "schedule": None, "search": None}
with tempfile.TemporaryDirectory() as folder:
    print(Runner(request, TestMachine(), lambda *_: None, standard_run, folder).run(lambda: None)["ending"])
    os.chdir("/")
print(before == [gc.callbacks, list(gc.callbacks), gc.get_freeze_count, tracemalloc.start])
print(tracemalloc.is_tracing(), gc.get_freeze_count())
print(sys.monitoring.get_tool(3))
"""
        self.assertEqual(printed_by(script), "{'kind': 'finished'}\nTrue\nFalse 0\nNone\n")
