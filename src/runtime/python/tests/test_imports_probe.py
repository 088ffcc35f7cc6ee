"""The imports probe: states, bodies, back edges, and what the source says without running."""

import importlib._bootstrap as bootstrap
import sys
import tempfile
import unittest
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any, cast

from faultline.cpython.monitoring import IMPORTS
from faultline.cpython.replacements import Replacements
from faultline.probes.imports import ImportsProbe
from faultline.probes.imports.cycles import cycles_in
from faultline.probes.imports.edge import Edge, fact_of
from faultline.probes.imports.modules import Modules
from faultline.probes.imports.sources import Sources
from faultline.probes.stage import Stage
from faultline.report import facts
from faultline.report.recorder import Place

from .driving import Run, run
from .stage import Tape, recorder

CIRCLE = {
    "main.py": "import shop.orders\n",
    "shop/__init__.py": "",
    "shop/orders.py": "from shop.customers import discount\nclass Order: pass\n",
    "shop/customers.py": "from shop.orders import Order\ndef discount(): pass\n",
}

# No stub tells what is inside of it.
_bootstrap: Any = bootstrap


def _nobodys(_path: str) -> None:
    """Says of every file that it is none of the program's."""


def watched(files: dict[str, str], **options: Any) -> Run:
    return run(files, probes=("imports",), **options)


def states(result: Run, module: str) -> list[str]:
    return [a for word, a, _ in result.tape.of(module) if word == "state"]


class ManyModules(unittest.TestCase):
    def test_an_import_looks_at_those_alone_that_have_changed(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            modules = Modules(recorder(Tape()), Sources(folder, _nobodys), lambda: None)
            names = [f"faultline_absent_{number}" for number in range(100)]
            self.addCleanup(lambda: [sys.modules.pop(name, None) for name in names])
            for name in names:
                sys.modules[name] = ModuleType(name)
                modules.asks("main", name, "import", None)
            looked: list[str] = []
            usual = modules.is_initialising

            def is_initialising(module: str) -> bool:
                looked.append(module)
                return usual(module)

            modules.is_initialising = is_initialising
            for name in names:
                modules.asks("main", name, "import", None)
            self.assertEqual(looked, [])
            gone = [names[70], names[20]]
            for name in gone:
                del sys.modules[name]
            modules.look_again()
            # In the order in which they came.
            self.assertEqual(looked, [names[20], names[70]])


class Circle(unittest.TestCase):
    def test_states_and_outcomes_in_order(self) -> None:
        result = watched(CIRCLE)
        self.assertEqual(result.ending["kind"], "raised")
        self.assertEqual(states(result, "shop.orders"), ["absent", "initialising", "failed", "removed"])
        self.assertEqual(states(result, "shop"), ["absent", "initialising", "ready"])
        self.assertEqual(states(result, "__main__"), ["initialising", "failed"])
        self.assertEqual(result.levels("depth"), [1, 2, 1, 2, 3, 2, 1, 0])
        self.assertEqual([result.total(name) for name in ("bodies run", "modules loaded", "back edges")], [4, 1, 1])

    def test_the_back_edge(self) -> None:
        self.assertEqual(
            watched(CIRCLE).marks("back edges"),
            [facts.back_edge("shop.customers", "shop.orders", "Order", "imported", 1, "shop.customers", 2)],
        )

    def test_the_traceback_s_own_imports_are_not_recorded(self) -> None:
        result = watched({**CIRCLE, "shop/orders.py": "print('ran')\n" + CIRCLE["shop/orders.py"]})
        self.assertEqual(result.printed(), "ran\n" * 2)
        self.assertEqual(result.total("bodies run"), 4)

    def test_names_bound_so_far_are_those_of_the_moment(self) -> None:
        result = watched({"main.py": "import a\n", "a.py": "x = 1\nimport b\ny = 2\n", "b.py": "from a import x, y\n"})
        self.assertEqual(result.marks("a"), [facts.names_so_far("x"), facts.missing_name("y")])

    def test_of_very_many_names_the_first_are_told(self) -> None:
        bound = "".join(f"n{number} = 0\n" for number in range(1000))
        result = watched({"main.py": "import a\n", "a.py": f"{bound}import b\ny = 2\n", "b.py": "from a import y\n"})
        first = [f"n{number}" for number in range(29)]
        self.assertEqual(result.marks("a"), [facts.names_so_far(*first, "…"), facts.missing_name("y")])

    def test_a_module_asked_for_early_for_no_name(self) -> None:
        result = watched({"main.py": "import a\n", "a.py": "import b\n", "b.py": "import a\n"})
        self.assertEqual(result.ending, {"kind": "finished"})
        self.assertEqual(
            result.marks("back edges"),
            [facts.back_edge("b", "a", None, "imported", 1, "b", None)],
        )

    def test_stop_leaves_bodies_open(self) -> None:
        files = {"main.py": "import a\n", "a.py": "import time\ntime.sleep(9)\n"}
        result = watched(files, pace="real", stopAfter=1)
        self.assertEqual(result.ending, {"kind": "stopped"})
        self.assertEqual([word for word, _, _ in result.tape.of("a") if word in ("open", "close")], ["open"])

    def test_entries_other_than_a_file(self) -> None:
        files = {**CIRCLE, "shop/orders.py": "import sys\nprint(__name__, len(sys.argv))\n"}
        for entry, printed in (("import shop.orders", "shop.orders 1\n"), ("python -m shop.orders", "__main__ 1\n")):
            result = watched(files, program={"files": files, "entry": entry})
            self.assertEqual(result.printed(), printed)
            self.assertEqual(result.total("bodies run"), 3 if entry.startswith("import") else 2)


class PuttingBack(unittest.TestCase):
    def test_nothing_is_left_of_the_probe(self) -> None:
        monitoring: Any = sys.monitoring
        waits, replacements = _bootstrap._lock_unlock_module, Replacements()
        stage = Stage(recorder(Tape()), replacements, cast(Any, None), _nobodys, None, "")
        ImportsProbe(stage)
        self.assertIsNot(_bootstrap._lock_unlock_module, waits)
        self.assertIsNotNone(monitoring.get_tool(IMPORTS.number))
        replacements.restore()
        self.assertIs(_bootstrap._lock_unlock_module, waits)
        self.assertIsNone(monitoring.get_tool(IMPORTS.number))


class Source(unittest.TestCase):
    def sources(self, files: dict[str, str]) -> Sources:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        for path, text in files.items():
            full = Path(folder.name, path)
            full.parent.mkdir(parents=True, exist_ok=True)
            full.write_text(dedent(text), encoding="utf-8")
        return Sources(folder.name, lambda path: str(Path(path).relative_to(folder.name)))

    def cycles(self, files: dict[str, str]) -> list[str]:
        return [" ".join(cycle) for cycle in cycles_in(self.sources(files))]

    def test_the_entry_is_main_and_binds_what_stands_under_its_guard(self) -> None:
        folder = self.sources(
            {"main.py": 'import a\nif __name__ == "__main__":\n    y = 1\n', "a.py": "import __main__"}
        )
        locate: Callable[[str], str] = lambda path: Path(path).name
        sources = Sources(str(Path(folder.paths["main"]).parent), locate, folder.paths["main"])
        self.assertEqual(sources.place_of("__main__", "y"), Place("main.py", 3))
        self.assertIsNone(sources.place_of("main", "y"))
        self.assertEqual(cycles_in(sources), [["__main__", "a", "__main__"]])

    def test_what_python_has_built_in_hides_a_file(self) -> None:
        sources = self.sources(
            {"sys.py": "", "os.py": "", "random.py": "", "json/mine.py": "", "email/__init__.py": ""}
        )
        self.assertEqual(sorted(sources.paths), ["email", "random"])
        self.assertEqual(sources.packages, {"email"})

    def test_a_cycle_is_found_once(self) -> None:
        self.assertEqual(self.cycles(CIRCLE), ["shop.customers shop.orders shop.customers"])

    def test_two_knots_are_two_cycles(self) -> None:
        files = {"a.py": "import b", "b.py": "import a", "c.py": "import d, a", "d.py": "import c"}
        self.assertEqual(self.cycles(files), ["a b a", "c d c"])

    def test_functions_and_type_checkers_do_not_count(self) -> None:
        files = {
            "a.py": "import typing\nif typing.TYPE_CHECKING:\n    import b\ndef f():\n    import b\n",
            "b.py": "import a",
        }
        self.assertEqual(self.cycles(files), [])

    def test_what_runs_in_a_script_only_does_not_count(self) -> None:
        self.assertEqual(self.cycles({"a.py": 'if __name__ == "__main__":\n    import b', "b.py": "import a"}), [])

    def test_what_runs_at_module_level_counts(self) -> None:
        for text in (
            "try:\n    import b\nexcept ImportError:\n    pass",
            "if TYPE_CHECKING:\n    pass\nelse:\n    import b",
            "class C:\n    import b",
            "with x:\n    for y in z:\n        from b import q",
        ):
            self.assertEqual(self.cycles({"a.py": text, "b.py": "import a"}), ["a b a"], text)

    def test_relative_imports_and_submodules(self) -> None:
        files = {"p/__init__.py": "", "p/a.py": "from . import b", "p/b.py": "from .a import x"}
        self.assertEqual(self.cycles(files), ["p.a p.b p.a"])
        self.assertEqual(self.cycles({"p/a.py": "from ... import b", "p/b.py": "import p.a"}), [])

    def test_where_a_name_is_bound_first(self) -> None:
        sources = self.sources({"a.py": "import os.path as q\nx: int = 1\nif x:\n    def f(): z = 1\n(u, v) = x = 2\n"})
        lines = {name: sources.place_of("a", name) for name in ("q", "x", "f", "v", "z")}
        self.assertEqual(
            {name: place and place.line for name, place in lines.items()}, {"q": 1, "x": 2, "f": 4, "v": 5, "z": None}
        )

    def test_a_file_that_is_no_python_says_nothing(self) -> None:
        self.assertEqual(self.cycles({"a.py": "import b\n(", "b.py": "import a"}), [])

    def test_a_back_edge_of_which_little_is_known(self) -> None:
        edge = Edge("a", "b", "x", False, None, None)
        self.assertEqual(fact_of(edge, "b", None), facts.back_edge("a", "b", "x", "imported", None, None, None))

    def test_a_back_edge_by_a_use(self) -> None:
        edge = Edge("a", "b", "x", True, None, 3)
        self.assertEqual(fact_of(edge, "c", 4), facts.back_edge("a", "b", "x", "used", 3, "c", 4))


if __name__ == "__main__":
    unittest.main()
