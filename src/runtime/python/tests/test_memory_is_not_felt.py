"""Watching memory changes nothing: what a program prints is the same with the memory probe and without."""

import unittest
from typing import ClassVar

from faultline.report.tracebacks import OURS

from .driving import run


class NothingChanges(unittest.TestCase):
    PROGRAMS: ClassVar = {
        "tracemalloc of its own": """
            import tracemalloc
            print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_traceback_limit())
            tracemalloc.start(5)
            print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
            first = tracemalloc.take_snapshot()
            kept = [bytes(1000) for _ in range(100)]
            second = tracemalloc.take_snapshot()
            print([d.traceback[0].lineno for d in second.compare_to(first, "lineno") if d.size_diff > 10_000])
            print(tracemalloc.get_traced_memory()[0] > 100_000)
            tracemalloc.clear_traces()
            print(tracemalloc.get_traced_memory()[0] < 10_000)
            tracemalloc.stop()
            print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
            try: tracemalloc.start(-1)
            except ValueError as error: print(error, tracemalloc.is_tracing())
            try: tracemalloc.take_snapshot()
            except RuntimeError as error: print(error)
        """,
        "tracebacks of tracemalloc": """
            import tracemalloc
            tracemalloc.start(25)
            kept = [bytes(1000) for _ in range(100)]
            tracemalloc.start(1)
            print(tracemalloc.get_traceback_limit())
            for one in tracemalloc.take_snapshot().statistics("traceback"):
                if one.size > 50_000:
                    print([(f.filename[-7:], f.lineno) for f in one.traceback], one.traceback.total_nframe)
            print([(f.filename[-7:], f.lineno) for f in tracemalloc.get_object_traceback(kept[0])])
            tracemalloc.stop()
            print(tracemalloc.get_object_traceback(kept[0]), tracemalloc.get_traceback_limit())
            tracemalloc.start()
            try: tracemalloc.start(0)
            except ValueError as error: print(error)
        """,
        "callbacks at exit": """
            import gc
            gc.collect()
            gc.callbacks.append(lambda phase, info, say=print: say(phase))
            print("end")
        """,
        "callbacks at exit with the collector off": """
            import gc
            gc.disable()
            gc.callbacks.append(lambda phase, info, say=print: say(phase))
            print("end")
        """,
        "callbacks of the collector": """
            import gc
            seen = []
            def hear(phase, info): seen.append((phase, sorted(info)))
            print(gc.callbacks, gc.get_freeze_count() < 2000)
            gc.callbacks.append(hear)
            gc.collect()
            print(seen[:2], gc.callbacks == [hear])
            gc.callbacks.clear()
            seen.clear()
            gc.collect()
            print(seen)
        """,
        "objects that look at who looks": """
            calls = []
            class Meta(type):
                def __hash__(cls): calls.append("hash"); return 1
                def __eq__(cls, other): calls.append("eq"); return cls is other
            class A(metaclass=Meta):
                def __getattribute__(self, name): calls.append(name); return object.__getattribute__(self, name)
                __class__ = property(lambda self: calls.append("class") or int)
                def __eq__(self, other): calls.append("object eq"); return False
                def __hash__(self): calls.append("object hash"); return 1
                def __len__(self): calls.append("len"); return 3
                def __repr__(self): calls.append("repr"); return "A"
            class L(list):
                def __len__(self): calls.append("list len"); return 3
                def __iter__(self): calls.append("iter"); return iter(())
            calls.clear()
            kept = [A(), A()]
            named = L([A()])
            for _ in range(50): pass
            import atexit
            atexit.register(lambda: print("at exit", calls))
            print(calls)
        """,
        "objects go when they go": """
            import weakref
            class A: pass
            for _ in range(20):
                a = A()
                gone = weakref.ref(a)
                print(weakref.getweakrefcount(a), end=" ")
                del a
                print(gone(), end=" ")
            import sys
            print(sys.getrefcount(A()))
        """,
        "classes go when they go": """
            import gc, weakref
            def make():
                class Local: pass
                kept = [Local() for _ in range(3)]
                return weakref.ref(Local)
            made = make()
            for _ in range(50): pass
            gc.collect()
            print(made())
        """,
        "finalisers that raise": """
            class Bad:
                def __del__(self): raise ValueError("no")
            for _ in range(3): Bad()
            bad = Bad()
            bad.me = bad
            del bad
            print("end")
        """,
        "last words of a cycle": """
            import atexit
            class Node:
                def __del__(self, say=print): say("gone")
            node = Node()
            node.me = node
            del node
            atexit.register(print, "exit")
            print("end")
        """,
        "memory that runs out": """
            import sys
            try: bytearray(sys.maxsize - 100)
            except MemoryError: print("too much")
        """,
        "deep recursion": """
            def down(n): return down(n + 1)
            try: down(0)
            except RecursionError as error: print(error)
        """,
    }

    def test_output_is_the_same_with_and_without(self) -> None:
        for name, source in self.PROGRAMS.items():
            with self.subTest(name):
                watched, alone = run(source, probes=("memory",)), run(source, probes=())
                self.assertEqual(watched.ending, alone.ending)
                self.assertEqual(watched.printed(), alone.printed())
                self.assertEqual(watched.printed("stderr").count("\n"), alone.printed("stderr").count("\n"))
                self.assertTrue(watched.printed())
                # What runs the program is nowhere to be seen.
                self.assertNotIn(OURS, watched.printed())

    def test_errors_of_callbacks_are_shown_without_us(self) -> None:
        result = run(
            """
            import gc
            def bad(phase, info): raise KeyError("x")
            gc.callbacks.append(bad)
            gc.collect()
            gc.callbacks.clear()
            """,
            probes=("memory",),
        )
        self.assertEqual(result.printed("stderr").count("KeyError: 'x'"), 2)
        self.assertNotIn(OURS, result.printed("stderr"))


class Cost(unittest.TestCase):
    def test_many_objects_are_seen_in_few_looks(self) -> None:
        source = """
            class Thing:
                def __init__(self, n): self.n = n
            things = []
            for n in range(60_000): things.append(Thing(n))
        """
        result = run(source, probes=("memory",))
        self.assertEqual(result.levels("Thing")[-1], 60_000)
        self.assertLess(len(result.tape.events()), 6000)
        self.assertGreater(len(result.levels("Thing")), 30)


if __name__ == "__main__":
    unittest.main()
