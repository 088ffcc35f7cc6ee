"""The memory probe: what is alive, what the collector freed, which lines grew, and who holds what is left."""

import subprocess
import sys
import unittest
from typing import Any, ClassVar

from faultline.probes.memory.holders import NOWHERE
from faultline.report.tracebacks import OURS

from .driving import ROOT, Run, run

FOLLOWED = unittest.skipIf(sys.version_info < (3, 12), "steps are followed by sys.monitoring")

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


def marks(result: Run, track: str) -> list[str]:
    return [event.a for event in result.tape.events() if event.word == "mark" and event.track == track]


def chain(result: Run, label: str) -> list[str]:
    return marks(result, label)


@FOLLOWED
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
        expected = ["`Screen`", "bound method `show`", "list `listeners`", "`Feed`", "global `feed`"]
        self.assertEqual(chain(result, "Screen"), expected)

    def test_weak_methods_do_not(self) -> None:
        result = watched(FEED.format(kept="weakref.WeakMethod(callback, self.listeners.remove)", got="kept()"))
        self.assertEqual(result.printed(), "50\n")
        self.assertEqual(result.levels("Screen")[-1], 0)
        self.assertEqual(result.levels("feed.listeners")[-1], 0)
        self.assertEqual(max(result.levels("Screen")), 1)
        self.assertLess(result.levels("traced bytes")[-1], 200_000)
        self.assertEqual((chain(result, "Screen"), chain(result, "Feed")), ([], ["`Feed`", "global `feed`"]))

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
        self.assertEqual(chain(result, "Node"), [])
        self.assertGreaterEqual(result.total("collections"), 1)
        self.assertGreaterEqual(result.total("freed by the collector"), 3000)

    def test_with_the_collector_off_all_of_it_waits_for_the_end(self) -> None:
        result = watched(self.CYCLES.format(first="gc.disable()"))
        self.assertEqual(result.total("late garbage"), 3000)
        self.assertEqual(marks(result, "late garbage"), ["Node 3000"])
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
        self.assertEqual((result.levels("Node")[-1], chain(result, "Node")), (0, []))
        self.assertEqual(marks(result, "late garbage"), ["Node 3000"])

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
        self.assertEqual(chain(result, "Log"), [])

    def test_a_collection_says_where_it_came(self) -> None:
        result = watched("import gc\nclass N: pass\nn = N(); n.n = n\ndel n\ngc.collect()\n")
        places = [e.place for e in result.tape.events() if e.word == "mark" and e.track == "collections"]
        self.assertIn("main.py:5", places)


class Chains(unittest.TestCase):
    """One case a kind of holder: the program, the class, and the chain."""

    CASES: ClassVar = {
        "an lru_cache": (
            """
            from functools import lru_cache
            class Report:
                @lru_cache
                def total(self): return 1
            for _ in range(5): Report().total()
            """,
            "Report",
            ["`Report`", "lru_cache of `total`", "class `Report`", "global `Report`"],
        ),
        "an exception with its traceback": (
            """
            class Big: pass
            def work():
                big = Big()
                raise ValueError
            try: work()
            except ValueError as error: kept = [error]
            """,
            "Big",
            ["`Big`", "frame of `work`", "traceback", "exception `ValueError`", "list", "global `kept`"],
        ),
        "a closure": (
            """
            class Big: pass
            def make():
                big = Big()
                return lambda: big
            calls = {1: make()}
            """,
            "Big",
            ["`Big`", "function `<lambda>`, by its `big`", "dict", "global `calls`"],
        ),
        "a suspended generator": (
            "class Big: pass\ndef g():\n    big = Big()\n    yield\nwaiting = g()\nnext(waiting)\n",
            "Big",
            ["`Big`", "suspended call of `g`", "global `waiting`"],
        ),
        "slots": (
            """
            class Box: __slots__ = ("inside",)
            class Toy: pass
            box = Box()
            box.inside = Toy()
            """,
            "Toy",
            ["`Toy`", "`Box.inside`", "global `box`"],
        ),
        "a class": (
            "class Registry:\n    found = {}\nclass Item: pass\nRegistry.found[1] = Item()\n",
            "Item",
            ["`Item`", "dict `found`", "class `Registry`", "global `Registry`"],
        ),
        "a dictionary of attributes that somebody has looked at": (
            "class A: pass\nclass B: pass\na = A()\na.b = B()\nvars(a)\n",
            "B",
            ["`B`", "`A.b`", "global `a`"],
        ),
        "an exit function": (
            "import atexit\nclass Job:\n    def run(self): pass\ndef main():\n    print(id(Job()) > 0)\n"
            "    kept.append(Job())\nkept = []\nmain()\nkeep = kept.append\ndel kept\n",
            "Job",
            ["`Job`", "list", "bound method `append`", "global `keep`"],
        ),
    }

    def test_chains(self) -> None:
        for name, (source, label, expected) in self.CASES.items():
            with self.subTest(name):
                self.assertEqual(chain(watched(source), label), expected)

    def test_a_module_of_several(self) -> None:
        files = {
            "main.py": "import shop.stock\n",
            "shop/__init__.py": "",
            "shop/stock.py": "class I: pass\nall = [I()]\n",
        }
        self.assertEqual(chain(watched(files), "I"), ["`I`", "list", "global `all` of `shop.stock`"])

    def test_a_long_chain_is_told_as_far_as_it_is_followed(self) -> None:
        result = watched(
            "class Node:\n    def __init__(self, n): self.n = n\nhead = None\nfor _ in range(60): head = Node(head)\n"
        )
        first, many, further = chain(result, "Node")
        self.assertEqual(first, "`Node`")
        self.assertRegex(many, r"^`Node.n`, \d+ of them$")
        self.assertEqual(further, "others, which are not followed any further")

    def test_what_no_module_holds_is_held_by_nobody_invented(self) -> None:
        result = watched("""
            import ctypes
            class Job: pass
            kept = [Job()]
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(kept))
            del kept
        """)
        self.assertEqual(chain(result, "Job"), ["`Job`", "list", NOWHERE])

    def test_nothing_of_ours_holds_anything(self) -> None:
        told = [mark for source, label, _ in self.CASES.values() for mark in chain(watched(source), label)]
        self.assertFalse(
            [mark for mark in told if OURS in mark or "faultline." in mark or "_path" in mark or "_holders" in mark]
        )


@FOLLOWED
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
    def test_what_is_held_is_told_after_an_exception_too(self) -> None:
        result = watched("class T: pass\nkept = [T(), T()]\n1 / 0\n")
        self.assertEqual(result.ending["kind"], "raised")
        self.assertEqual(chain(result, "T"), ["`T`", "list", "global `kept`"])

    def test_and_when_the_run_is_stopped(self) -> None:
        source = "import time\nclass T: pass\nkept = [T(), T()]\nwhile True: time.sleep(1)\n"
        result = watched(source, pace="real", stopAfter=3)
        self.assertEqual(result.ending, {"kind": "stopped"})
        self.assertEqual(chain(result, "T"), ["`T`", "list", "global `kept`"])

    def test_everything_is_put_back(self) -> None:
        script = """
import asyncio, gc, json, sys, tempfile, tracemalloc
from faultline.run.runner import Runner
from tests.stage import TestMachine
before = [gc.callbacks, list(gc.callbacks), gc.get_freeze_count, tracemalloc.start]
request = {"program": {"files": {"main.py": "x = [1]"}, "entry": "main.py"}, "probes": ["memory"], "pace": "fast",
    "limits": {"events": 1000, "outputChars": 1000}, "schedule": None, "search": None}
with tempfile.TemporaryDirectory() as folder:
    print(Runner(request, TestMachine(), lambda *_: None, asyncio.run, folder).run(lambda: None)["ending"])
print(before == [gc.callbacks, list(gc.callbacks), gc.get_freeze_count, tracemalloc.start])
print(tracemalloc.is_tracing(), gc.get_freeze_count())
print(getattr(sys, "monitoring", None) and sys.monitoring.get_tool(3))
"""
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
        self.assertEqual(done.stdout, "{'kind': 'finished'}\nTrue\nFalse 0\nNone\n")
