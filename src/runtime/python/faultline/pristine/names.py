"""Built-in names of our own: a program may replace `len`, `isinstance` or `BaseException`, and our modules still find
Python's."""

import builtins
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

OWN_NAMES: dict[str, Any] = dict(vars(builtins))


def keep_own_names(package: str) -> None:
    """Gives the built-in names to all modules of `package` that are imported from now on."""
    sys.meta_path.insert(0, _Finder(f"{package}."))


def all_imported() -> None:
    """Nothing of ours is left to import: the program finds the same finders as in an ordinary Python."""
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, _Finder)]


class _Finder(MetaPathFinder):
    """Finds modules as usual, and gives them their names before they run."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not name.startswith(self._prefix):
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _Giving(spec.loader)
        return spec


class _Giving(Loader):
    """The usual loader. Functions look built-in names up in what `__builtins__` was when they were made."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        spec.loader = self._loader
        made: ModuleType | None = self._loader.create_module(spec)
        spec.loader = self
        return made

    def exec_module(self, module: ModuleType) -> None:
        module.__loader__ = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        module.__dict__["__builtins__"] = OWN_NAMES
        self._loader.exec_module(module)
