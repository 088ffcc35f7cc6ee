"""Packages that were imported before a worker's memory was made: they take their places when a program imports them.

To run the bodies of SQLAlchemy's hundred and fifty modules takes as long as all the rest of a short program. Until the
program's own import nothing of them is to be found; then they come in the order of that first import.
"""

import _thread
import importlib
import sys
import threading
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

from ..cpython.replacements import Replacements
from ..primitives.lock import Lock
from ..primitives.primitive import Primitive
from ..primitives.rlock import RLock
from ..report.request import Request

# These watch what an import itself does, or what it allocates.
_WATCH_IMPORTS = frozenset({"imports", "memory"})
# By the names that `threading` has for them.
_LOCKS: dict[str, Any] = {"Lock": Lock, "_allocate_lock": Lock, "_LockType": Lock, "_CRLock": RLock}
_OWN_LOCKS = (_thread.lock, _thread.RLock, _thread._local)


class _Alone:
    """In the place of a scheduler, where one thread does all there is to do."""

    current = object()

    def operation(self, verb: str, on: object) -> None:
        """Nobody else wants a turn."""

    def notify(self, what: str, on: object) -> None:
        """Nobody listens."""


class Parked:
    """The modules of these packages by name, and what else each import brings along. There is one memory, and so one of
    this."""

    def __init__(self) -> None:
        self._modules: dict[str, ModuleType] = {}
        # What they have imported of the standard library, which is in sight.
        self._library: list[ModuleType] = []
        # In the order they were imported in, by the name that was asked for first.
        self._along: dict[str, list[str]] = {}

    def park(self, archives: Sequence[str], names: Sequence[str]) -> None:
        """Imports `names` from the zip files `archives`, and takes the modules that came from them out of sight. What
        they import of the standard library stays. Raises ImportError where they cannot be imported beforehand."""
        replacements = Replacements()
        replacements.put(Primitive, "_scheduler", _Alone())
        for name, lock in _LOCKS.items():
            replacements.put(threading, name, lock)
        sys.path.extend(archives)
        try:
            for name in names:
                known = set(sys.modules)
                importlib.import_module(name)
                self._along[name] = [one for one in sys.modules if one not in known]
        finally:
            replacements.restore()
            del sys.path[-len(archives) :]
        self._take_out(tuple(archives))

    def _take_out(self, archives: tuple[str, ...]) -> None:
        for name, along in self._along.items():
            for one in along:
                module = sys.modules[one]
                _refuse_own_locks(module)
                origin = None if module.__spec__ is None else module.__spec__.origin
                if origin is not None and origin.startswith(archives):
                    self._modules[one] = module
                else:
                    self._library.append(module)
            self._along[name] = [one for one in along if one in self._modules]
        for name, module in self._modules.items():
            del sys.modules[name]
            parent, _, child = name.rpartition(".")
            if parent in self._modules and vars(self._modules[parent]).get(child) is module:
                delattr(self._modules[parent], child)

    def install(self, replacements: Replacements) -> None:
        """Lets a program import them from here, as far as their archives are on its path."""
        if not self._modules:
            return
        for module in self._library:
            replacements.put_copies(module)
        finder = _Finder(self, replacements)
        sys.meta_path.insert(0, finder)
        replacements.on_restore(lambda: finder in sys.meta_path and sys.meta_path.remove(finder))

    def find(self, name: str, path: Sequence[str] | None) -> ModuleType | None:
        """The module of this name, if it is parked and is what would be found on `path`, or on the program's own."""
        module = self._modules.get(name)
        if module is None or module.__spec__ is None:
            return None
        usual = PathFinder.find_spec(name, path)
        return None if usual is None or usual.origin != module.__spec__.origin else module

    def hand_out(self, name: str) -> None:
        """The module of this name is in its place, and what its import had imported follows. Whoever wants it anew gets
        another one, from the archive."""
        del self._modules[name]
        for one in self._along.get(name, ()):
            if one not in sys.modules:
                importlib.import_module(one)


def may_be_parked(request: Request) -> bool:
    """Whether the modules that a program imports may have been made before. Where a schedule counts its steps, each run
    takes the same ones, whatever memory its worker began with."""
    repeats = request["schedule"] is not None or request["search"] is not None
    return not repeats and not _WATCH_IMPORTS.intersection(request["probes"])


class _Finder(MetaPathFinder):
    def __init__(self, parked: Parked, replacements: Replacements) -> None:
        self._parked = parked
        self._replacements = replacements

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        module = self._parked.find(name, path)
        if module is None or module.__spec__ is None:
            return None
        usual = module.__spec__
        is_package = usual.submodule_search_locations is not None
        return ModuleSpec(
            name, _InPlace(self._parked, module, self._replacements), origin=usual.origin, is_package=is_package
        )


class _InPlace(Loader):
    """Gives a module as it is, and leaves no trace of itself on it."""

    def __init__(self, parked: Parked, module: ModuleType, replacements: Replacements) -> None:
        self._parked = parked
        self._replacements = replacements
        self._module = module
        self._spec = module.__spec__

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return self._module

    def exec_module(self, module: ModuleType) -> None:
        module.__spec__ = self._spec
        module.__loader__ = None if self._spec is None else self._spec.loader
        self._replacements.put_copies(module)
        self._parked.hand_out(module.__name__)


def _refuse_own_locks(module: ModuleType) -> None:
    """Threads of a program would wait for these without the scheduler. Those that are looked for are what a module or a
    class of it has by a name."""
    owners = [vars(module), *(vars(one) for one in vars(module).values() if isinstance(one, type))]
    for names in owners:
        for name, value in names.items():
            if type(value) in _OWN_LOCKS:
                raise ImportError(f"{module.__name__} keeps a lock of CPython's as {name}")


PARKED = Parked()
