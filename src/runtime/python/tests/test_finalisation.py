"""What a program leaves behind is freed as the interpreter frees it at exit: the same program says the same there."""

import subprocess
import sys
import unittest
from textwrap import dedent

from .driving import run
from .stage import ON_IMAGE

# Each with what it prints.
_PROGRAMS = {
    "a cycle's finaliser finds the module's names": (
        """
            import sys
            name = "global"
            class A:
                def __del__(self): print("del", name, sys.getrecursionlimit() > 0)
            a = A(); a.me = a
            del a
        """,
        "del global True\n",
    ),
    "a variable's finaliser, in a module with functions": (
        """
            import sys
            def word(): return "word"
            class A:
                def __init__(self, n): self.n = n
                def __del__(self): print("del", self.n, word())
            first = A(1)
            kept = [A(2)]
        """,
        "del 1 word\ndel 2 word\n",
    ),
    "a module that something else holds": (
        """
            import sys
            class A:
                def __del__(self): print("del", other, name)
            name, other = "name", "other"
            _private = A()
            public = A()
            sys.held = sys.modules["__main__"]
        """,
        "del other name\ndel None None\n",
    ),
    "exit functions come first": (
        """
            import atexit
            class A:
                def __del__(self): print("del")
            a = A()
            atexit.register(lambda: print("exit", a is not None))
        """,
        "exit True\ndel\n",
    ),
    "after an exception": (
        """
            class A:
                def __del__(self): print("del", type(self).__name__)
            def f():
                a = A()
                raise ValueError
            b = A()
            f()
        """,
        "del A\ndel A\n",
    ),
}


def _said_by_cpython(source: str) -> str:
    """In a process, which an image in a browser has none of."""
    done = subprocess.run(
        [sys.executable, "-c", dedent(source)], capture_output=True, text=True, check=False, timeout=60
    )
    return done.stdout


class Finalisation(unittest.TestCase):
    def test_as_in_cpython(self) -> None:
        for name, (source, said) in _PROGRAMS.items():
            with self.subTest(name):
                self.assertEqual(run(source).printed(), said)
                if not ON_IMAGE:
                    self.assertEqual(_said_by_cpython(source), said)

    def test_the_imports_probe_lets_go_in_time(self) -> None:
        source = "class Repo:\n    def __del__(self): print('closed')\nrepo = Repo()\n"
        self.assertEqual(run(source, probes=("imports",)).printed(), "closed\n")

    def test_a_module_that_was_replaced_is_asked_nothing(self) -> None:
        config = (
            "import sys\nclass Config:\n    def __getattr__(self, name): return {'HOME': 'here'}[name]\n"
            "sys.modules[__name__] = Config()\n"
        )
        result = run({"main.py": "import config\nprint(config.HOME)\n", "config.py": config})
        self.assertEqual((result.ending, result.printed()), ({"kind": "finished"}, "here\n"))


class Replaced(unittest.TestCase):
    """A module may put anything in its place in `sys.modules`: it is not asked what it is."""

    def test_what_stands_there_is_not_heard(self) -> None:
        config = """
            import os, sys
            class Config:
                word = "set"
                def __getattr__(self, name):
                    print("asked for", name)
                    return os.environ[name]
            sys.modules[__name__] = Config()
        """
        result = run({"main.py": "import config\nprint(config.word)", "config.py": config})
        self.assertEqual((result.ending, result.printed()), ({"kind": "finished"}, "set\n"))

    def test_main_may_be_gone(self) -> None:
        for line in ("sys.modules['__main__'] = 5", "del sys.modules['__main__']"):
            with self.subTest(line):
                result = run(f"import sys\nprint(1)\n{line}")
                self.assertEqual((result.ending, result.printed()), ({"kind": "finished"}, "1\n"))


if __name__ == "__main__":
    unittest.main()
