"""Hears of a module when the program has imported it, so that what is done to it costs only those who use it."""

import sys
from collections.abc import Callable
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from ..source.locate import Locate
from .replacements import Replacements


def after_import(
    replacements: Replacements, name: str, listener: Callable[[ModuleType], object], locate: Locate
) -> None:
    """Calls `listener` with the module `name` once its body has run: at once if that was before. Never imports it.

    A file of the program's with that name, as `locate` knows them, is another module, and is not heard of.
    """
    module = sys.modules.get(name)
    if module is not None:
        listener(module)
        return
    finder = _Finder(name, replacements.guarded(listener), locate)
    sys.meta_path.insert(0, finder)
    replacements.on_restore(lambda: finder in sys.meta_path and sys.meta_path.remove(finder))


class _Finder(MetaPathFinder):
    """Lets the others find the module, and wraps its loader for the time of the import."""

    def __init__(self, name: str, listener: Callable[[ModuleType], object], locate: Locate) -> None:
        self._name = name
        self._listener = listener
        self._locate = locate

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if name != self._name:
            return None
        # Those before this one have been asked already; there may be another of its kind after it.
        for finder in sys.meta_path[sys.meta_path.index(self) + 1 :]:
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                own = spec.origin is not None and self._locate(spec.origin) is not None
                if spec.loader is not None and not own:
                    spec.loader = _Telling(spec.loader, self._listener)
                return spec
        return None


class _Telling(Loader):
    """A loader that tells when it is done, and leaves no trace of itself on the module."""

    def __init__(self, loader: Any, listener: Callable[[ModuleType], object]) -> None:
        self._loader = loader
        self._listener = listener

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        spec.loader = self._loader
        made: ModuleType | None = self._loader.create_module(spec)
        spec.loader = self
        return made

    def exec_module(self, module: ModuleType) -> None:
        module.__loader__ = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        self._loader.exec_module(module)
        self._listener(module)
