"""The catalogue lists all that is replaced in CPython, and nothing that is not."""

import importlib
import sys
import tempfile
import unittest
from collections.abc import Iterator
from contextlib import chdir, suppress
from inspect import getattr_static
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any
from unittest.mock import patch

from faultline.cpython.catalogue import CATALOGUE
from faultline.cpython.replacements import Replacements
from faultline.probes import PROBES
from faultline.report.request import Request
from faultline.run.runner import Runner

from .stage import ON_IMAGE, TestMachine, standard_run

_HOME = Path(__file__).parents[1]
# It is never run. Programs that name this function get another one.
_PROGRAM = "name = 'PyThreadState_SetAsyncExc'"
_MODELS = (None, "cpython314", "free-threaded")
# Of our own package, by which primitives find their scheduler.
_OWN = "faultline."
# What only the machine of a browser replaces.
_MACHINE = "faultline/browser_machine.py"
# Left alone by versions of Python in which nothing is to be mended.
_WHERE_NEEDED = {
    "threading._HAVE_THREAD_NATIVE_ID",
    "threading.__all__",
    "threading.Thread._set_native_id",
    "threading.Thread.native_id",
    "threading._DeleteDummyThreadOnDel.__del__.__defaults__",
}


class _Carriers(TestMachine):
    """A machine that has carriers, which nobody needs."""

    most_threads = 500


def _request(model: str | None) -> Request:
    schedule = None if model is None else {"model": model, "strategy": {"kind": "realistic"}, "check": None}
    return {
        "program": {"files": {"main.py": _PROGRAM}, "entry": "main.py", "args": []},
        "probes": list(PROBES),
        "pace": "fast",
        "limits": {"events": 1000, "outputChars": 1000},
        "schedule": schedule,
        "search": None,
    }


def _owners(owner: Any) -> Iterator[str]:
    """What the catalogue may call an owner."""
    if isinstance(owner, ModuleType):
        yield owner.__name__
    elif isinstance(owner, (FunctionType, type)):
        yield f"{owner.__module__}.{owner.__qualname__}"
    else:
        yield from (f"{kind.__module__}.{kind.__qualname__}" for kind in type(owner).__mro__)


class Catalogue(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.listed = {
            (owner, name, one.by) for one in CATALOGUE for owner, names in one.names.items() for name in names.split()
        }
        cls.replaced: list[tuple[list[str], str]] = []
        keep = Replacements._keep

        def noted(self: Replacements, put_back: Any, owner: Any, name: str, original: Any) -> None:
            cls.replaced.append((list(_owners(owner)), name))
            keep(self, put_back, owner, name, original)

        with suppress(ImportError):
            # What it is replaced in is told of when it has been imported.
            importlib.import_module("sqlite3")
        for model in _MODELS:
            with (
                tempfile.TemporaryDirectory() as folder,
                chdir(folder),
                patch.object(sys, "path", [*sys.path]),
                patch.object(Replacements, "_keep", noted),
            ):
                runner = Runner(_request(model), _Carriers(), lambda _records, _strings: None, standard_run, folder)
                try:
                    runner._set_up()
                finally:
                    runner._tear_down()
            assert not runner._faults.reported, runner._faults.reported

    def test_lists_all_that_is_replaced(self) -> None:
        names = {(owner, name) for owner, name, _by in self.listed}
        missing = {
            f"{owners[0]}.{name}"
            for owners, name in self.replaced
            if not owners[0].startswith(_OWN) and not any((owner, name) in names for owner in owners)
        }
        self.assertEqual(missing, set())

    def test_lists_nothing_else_that_this_python_has(self) -> None:
        replaced = {(owner, name) for owners, name in self.replaced for owner in owners}
        idle = {
            f"{owner}.{name}"
            for owner, name, by in self.listed
            if by != _MACHINE and (owner, name) not in replaced and _has(owner, name)
        }
        self.assertEqual(idle - _WHERE_NEEDED, set())

    def test_names_files_that_there_are(self) -> None:
        files = {one.by for one in CATALOGUE} | {one.proof for one in CATALOGUE}
        roots = (_HOME, _HOME.parents[2])
        gone = {file for file in files if not any((root / file).exists() for root in roots)}
        self.assertEqual({file for file in gone if not ON_IMAGE}, set())


def _has(owner: str, name: str) -> bool:
    """Whether this Python has it."""
    parts = owner.split(".")
    for count in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:count]))
        except ImportError:
            continue
        for part in parts[count:]:
            # Not by `getattr`, for which modules keep what they had once.
            found = getattr_static(found, part, None)
        return found is not None and hasattr(found, name)
    return False


if __name__ == "__main__":
    unittest.main()
