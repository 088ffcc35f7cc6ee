"""The memory probe on who holds what is left: chains of holders, from an object to a name of the program's."""

import unittest
from functools import cache
from typing import ClassVar

from faultline.report import holder_facts as held
from faultline.report.tracebacks import OURS

from .driving import Run, run
from .stage import read_fact


def watched(source: str | dict[str, str]) -> Run:
    return run(source, probes=("memory",))


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
            [
                held.instance("Report", None),
                held.lru_cache("total"),
                held.class_object("Report"),
                held.global_variable("Report", None),
            ],
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
            [
                held.instance("Big", None),
                held.frame("work"),
                held.traceback(),
                held.exception("ValueError", None),
                held.container("list", None),
                held.global_variable("kept", None),
            ],
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
            [
                held.instance("Big", None),
                held.function("<lambda>", "big"),
                held.container("dict", None),
                held.global_variable("calls", None),
            ],
        ),
        "a suspended generator": (
            "class Big: pass\ndef g():\n    big = Big()\n    yield\nwaiting = g()\nnext(waiting)\n",
            "Big",
            [held.instance("Big", None), held.suspended_call("g"), held.global_variable("waiting", None)],
        ),
        "slots": (
            """
            class Box: __slots__ = ("inside",)
            class Toy: pass
            box = Box()
            box.inside = Toy()
            """,
            "Toy",
            [held.instance("Toy", None), held.instance("Box", "inside"), held.global_variable("box", None)],
        ),
        "a class": (
            "class Registry:\n    found = {}\nclass Item: pass\nRegistry.found[1] = Item()\n",
            "Item",
            [
                held.instance("Item", None),
                held.container("dict", "found"),
                held.class_object("Registry"),
                held.global_variable("Registry", None),
            ],
        ),
        "a dictionary of attributes that somebody has looked at": (
            "class A: pass\nclass B: pass\na = A()\na.b = B()\nvars(a)\n",
            "B",
            [held.instance("B", None), held.instance("A", "b"), held.global_variable("a", None)],
        ),
        "an exit function": (
            "import atexit\nclass Job:\n    def run(self): pass\ndef main():\n    print(id(Job()) > 0)\n"
            "    kept.append(Job())\nkept = []\nmain()\nkeep = kept.append\ndel kept\n",
            "Job",
            [
                held.instance("Job", None),
                held.container("list", None),
                held.bound_method("append"),
                held.global_variable("keep", None),
            ],
        ),
    }

    def test_chains(self) -> None:
        for name, (_, _, expected) in self.CASES.items():
            with self.subTest(name):
                self.assertEqual(marks_of(name), expected)

    def test_a_module_of_several(self) -> None:
        files = {
            "main.py": "import shop.stock\n",
            "shop/__init__.py": "",
            "shop/stock.py": "class I: pass\nall = [I()]\n",
        }
        self.assertEqual(
            watched(files).marks("I"),
            [held.instance("I", None), held.container("list", None), held.global_variable("all", "shop.stock")],
        )

    def test_a_long_chain_is_told_as_far_as_it_is_followed(self) -> None:
        result = watched(
            "class Node:\n    def __init__(self, n): self.n = n\nhead = None\nfor _ in range(60): head = Node(head)\n"
        )
        first, link, many, further = result.marks("Node")
        self.assertEqual((first, link), (held.instance("Node", None), held.instance("Node", "n")))
        count = int(read_fact(many)[1] or "")
        self.assertEqual(many, held.in_a_row(count))
        self.assertGreaterEqual(count, 3)
        self.assertEqual(further, held.not_followed())

    def test_what_no_module_holds_is_held_by_nobody_invented(self) -> None:
        result = watched("""
            import ctypes
            class Job: pass
            kept = [Job()]
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(kept))
            del kept
        """)
        self.assertEqual(
            result.marks("Job"), [held.instance("Job", None), held.container("list", None), held.no_name()]
        )

    def test_nothing_of_ours_holds_anything(self) -> None:
        told = [mark for name in self.CASES for mark in marks_of(name)]
        self.assertFalse(
            [mark for mark in told if OURS in mark or "faultline." in mark or "_path" in mark or "_holders" in mark]
        )


@cache
def marks_of(name: str) -> list[str]:
    """What a case's class is told to be held by; each case runs once for all tests."""
    source, label, _ = Chains.CASES[name]
    return watched(source).marks(label)


if __name__ == "__main__":
    unittest.main()
