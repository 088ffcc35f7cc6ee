"""Modules that the program has files of the same name for: they are not loaded while it runs, as in a new
interpreter."""

import sys
from _imp import is_frozen
from collections.abc import Iterable
from types import ModuleType

# What CPython has loaded before a program's first line, besides what is built in or frozen.
_BEFORE = frozenset({"encodings", "__main__"})
# A program may take all names out of `sys`.
_BUILT_IN = frozenset(sys.builtin_module_names)


class Shadowed:
    """This runtime has loaded ten times as many modules as `python main.py` has: where those were found in
    `sys.modules` the program's own files would never be."""

    def __init__(self, files: Iterable[str]) -> None:
        """`files` are the program's, by the path below its folder."""
        self._names = frozenset(name for name in map(_module_of, files) if name and gives_way(name))
        self._out: dict[str, ModuleType] = {}

    def take_out(self) -> None:
        """The program begins."""
        if not any(name in sys.modules for name in self._names):
            # Nor is anything loaded that lies in one of them. A search asks before each execution.
            return
        for name in [*sys.modules]:
            if type(name) is str and name.partition(".")[0] in self._names:
                module = sys.modules.pop(name)
                # It may begin again: what it has left there itself is not Python's.
                self._out.setdefault(name, module)

    def put_back(self) -> None:
        """The program is over."""
        sys.modules.update(self._out)
        self._out.clear()


def _module_of(path: str) -> str | None:
    """The module without a package that a file is. A folder without `__init__.py` comes after all other modules."""
    top, _, rest = path.partition("/")
    if not rest:
        return top.removesuffix(".py") if top.endswith(".py") else None
    return top if rest == "__init__.py" else None


def gives_way(name: str) -> bool:
    """Whether a file of the program's comes before the module of this name that Python has, if it has one."""
    return name not in _BUILT_IN and not is_frozen(name) and name not in _BEFORE
