"""The learner's program: its files on disk, and the way from a file name back to the path they know."""

import ast
import builtins
import gc
import os
import runpy
import sys
from collections.abc import Callable, Sequence
from functools import cached_property
from gc import collect, isenabled
from itertools import compress
from operator import not_
from types import CodeType, ModuleType
from typing import Any
from weakref import ref

from ..cpython.same_items import SameItems
from ..cpython.shadowed_modules import Shadowed
from ..report.request import Request
from ..source.locate import Locate
from ..source.module_names import file_of, names_in

# Where the program's files lie. Python shows this folder in tracebacks; we show paths relative to it.
FOLDER = "/program"

# How a program may begin other than with a file: as `python -c "import shop.orders"` or `python -m shop.orders` would.
IMPORT = "import "
RUN_MODULE = "python -m "


# What the interpreter itself calls for `-m`.
_run_as_main: Callable[[str], object] = vars(runpy)["_run_module_as_main"]


class Program:
    """Files by relative path and the entry: the one that is run as `__main__`, or an import, or a module to run."""

    def __init__(self, files: dict[str, str], entry: str, folder: str = FOLDER, args: Sequence[str] = ()) -> None:
        self._files = files
        self._args = args
        self._folder = folder
        self._code: CodeType | None = None
        self._shadowed = Shadowed(files)
        # The names and modules that were there before the program, by their addresses: those are not its own. Each two
        # addresses are one number, as 900 tuples would have the collector begin in the midst of a run.
        self._others: frozenset[complex] = frozenset()
        # What there was in `sys.modules` after the last execution of a search, in its order.
        self._left: list[ModuleType] = []
        # The learner's path for a code object's file name, or None when it is not one of theirs. Asked very often.
        self.locate: Locate = {f"{folder}/{path}": path for path in files}.get
        self.entry = entry

    @classmethod
    def asked_for(cls, request: Request, folder: str) -> "Program":
        """The program of a request."""
        asked = request["program"]
        return cls(asked["files"], asked["entry"], folder, asked.get("args", ()))

    @property
    def entry_path(self) -> str:
        """The full path of the entry file; for an import that of a string of code."""
        if self.entry.startswith(IMPORT):
            return "<string>"
        if not self.entry.startswith(RUN_MODULE):
            return f"{self._folder}/{self.entry}"
        stem = self.entry.removeprefix(RUN_MODULE).replace(".", "/")
        return f"{self._folder}/{stem}{'.py' if f'{stem}.py' in self._files else '/__main__.py'}"

    def place(self) -> None:
        """Writes the files and goes to their folder."""
        for path, text in self._files.items():
            full = f"{self._folder}/{path}"
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        os.chdir(self._folder)
        # Pyodide looks where it stands as well, which `python main.py` does not.
        sys.path[:] = [entry for entry in sys.path if entry != ""]
        # What was known of these folders. `importlib.invalidate_caches()` would have the library's archive read again.
        for path in [*sys.path_importer_cache]:
            if path == self._folder or path.startswith(f"{self._folder}/"):
                del sys.path_importer_cache[path]

    def run(self) -> None:
        """Runs the entry as `__main__`. Raises whatever the program raises."""
        names = self.begin()
        if self.entry.startswith(RUN_MODULE):
            _run_as_main(self.entry.removeprefix(RUN_MODULE))
        else:
            exec(self.code, names)

    def begin(self) -> dict[str, Any]:
        """Makes an empty `__main__`; returns its names. The folder becomes what `python main.py` would make it: first
        on `sys.path`. Not before: what is still to be imported for the run is not to be found there."""
        if self._folder not in sys.path:
            sys.path.insert(0, self._folder)
        # A search begins more than once, and a program may have taken its arguments out.
        sys.argv = ["-c" if self.entry.startswith(IMPORT) else self.entry, *self._args]
        if not self._others:
            # All at once, since there are some 900. None of them is the program's yet.
            self._others = frozenset(map(complex, map(id, sys.modules), map(id, sys.modules.values())))
        main = ModuleType("__main__")
        if not self.entry.startswith(IMPORT):
            main.__file__ = self.entry_path
        # In `__main__` it is the module, in every other module its dictionary.
        main.__dict__["__builtins__"] = builtins
        sys.modules["__main__"] = main
        self._shadowed.take_out()
        return main.__dict__

    @cached_property
    def stored_attributes(self) -> frozenset[str]:
        """The names of all attributes that the program stores: with several files, of a module's variables too."""
        if len(self._files) == 1:
            return frozenset()
        names: set[str] = set()
        for path, text in self._files.items():
            try:
                nodes = list(ast.walk(ast.parse(text))) if path.endswith(".py") else []
            except (SyntaxError, ValueError):
                continue
            names |= {one.attr for one in nodes if isinstance(one, ast.Attribute) and not isinstance(one.ctx, ast.Load)}
        return frozenset(names)

    @property
    def code(self) -> CodeType:
        """The entry, compiled once. Raises `SyntaxError`, or what else compiling raises."""
        # No `cached_property`: its frame would stand in the traceback of a syntax error.
        if self._code is None:
            source = self.entry.encode()
            if not self.entry.startswith(IMPORT):
                with open(self.entry_path, "rb") as file:
                    source = file.read()
            self._code = compile(source, self.entry_path, "exec", dont_inherit=True)
        return self._code

    def names(self) -> dict[str, Any]:
        """The globals of the entry file."""
        return names_in(sys.modules.get("__main__")) or {}

    def take_away(self) -> None:
        """Leaves the interpreter with the modules it had. What Python still has to say has been said."""
        self._shadowed.put_back()

    def forget(self) -> None:
        """Lets go of the program's modules and of all that they hold, to run it again."""
        for name in self._modules():
            (names_in(sys.modules.pop(name)) or {}).clear()
        if not self._left or len(self._left) != len(sys.modules):
            self._left = self._lasting()

    def finalise(self) -> None:
        """Lets go of the program's modules as the interpreter does at exit (`finalize_modules` in pylifecycle.c).

        What nobody else holds is freed while the modules' names are still there, so finalisers find them; the names
        of a module that lives on become None, those that begin with one underscore first.
        """
        if isenabled():
            collect()
        # Of the collections that follow no callback hears (`_PyGC_CollectNoFail` in gc.c).
        callbacks = vars(gc).get("callbacks")
        if type(callbacks) is list:
            callbacks.clear()
        modules = [ref(sys.modules.pop(name)) for name in self._modules()]
        collect()
        for module in reversed(modules):
            _clear(module())
        collect()

    def _modules(self) -> list[str]:
        # Not one by one: there are some 900, and a search asks after each execution. Mostly the program's come last.
        others = len(self._left)
        names, modules = [*sys.modules], [*sys.modules.values()]
        if self._left and SameItems.compare(modules[:others], self._left):
            return [name for name, module in zip(names[others:], modules[others:]) if self._is_own(module)]
        self._left = []
        known = map(self._others.__contains__, map(complex, map(id, names), map(id, modules)))
        new = compress(zip(names, modules), map(not_, known))
        return [name for name, module in new if self._is_own(module)]

    def _lasting(self) -> list[ModuleType]:
        """What `sys.modules` has, in its order, to compare with after the next execution; nothing where a module is
        among it that the program has made itself, which would live longer for being in a list of ours."""
        for name, module in sys.modules.items():
            known = complex(id(name), id(module)) in self._others
            if not known and (names_in(module) or {}).get("__spec__") is None:
                return []
        return [*sys.modules.values()]

    def _is_own(self, module: object) -> bool:
        file = file_of(module)
        return file is not None and self.locate(file) is not None


def _clear(module: ModuleType | None) -> None:
    """What `_PyModule_Clear` does."""
    if module is None:
        return
    # A program may put in names of any kind.
    names: dict[Any, Any] = names_in(module) or {}
    private = [name for name in names if isinstance(name, str) and name[:1] == "_" and name[1:2] != "_"]
    for name in private:
        names[name] = None
    for name in [*names]:
        if not (isinstance(name, str) and name == "__builtins__"):
            names[name] = None
