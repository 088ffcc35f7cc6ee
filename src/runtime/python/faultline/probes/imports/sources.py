"""The program's source before it runs, module by module: which there are, and what each asks of the others."""

import os
import sys
from collections.abc import Iterator
from functools import cached_property

from ...cpython.shadowed_modules import gives_way
from ...report.recorder import Place
from ...source.locate import Locate
from .source import Asked, Source, Statement

MAIN = "__main__"
# A program may take all names out of `sys`.
_LIBRARY = sys.stdlib_module_names


class Sources:
    """The program's files as modules, by name. Looked up on the disk, where the program has been placed.

    The file `entry` is two: the module of its name, if it is imported, and `__main__`.
    """

    def __init__(self, folder: str, locate: Locate, entry: str = "") -> None:
        self._locate = locate
        self._by_path: dict[str, Source] = {}
        self.paths: dict[str, str] = {}
        self.packages: set[str] = set()
        for inside, _, names in os.walk(folder):
            for file in names:
                path = os.path.join(inside, file)
                if file.endswith(".py") and locate(path) is not None:
                    self._add(os.path.relpath(path, folder).removesuffix(".py").split(os.sep), path)
        for name in [*self.paths, *self.packages]:
            if not self._comes_first(name.partition(".")[0]):
                self.paths.pop(name, None)
                self.packages.discard(name)
        if entry and locate(entry) is not None:
            self.paths[MAIN] = entry
        for name in self.paths:
            # Read now: later it would be time of the program's.
            self.of(name).read()

    def _add(self, parts: list[str], path: str) -> None:
        if parts[-1] == "__init__":
            parts = parts[:-1]
            self.packages.add(".".join(parts))
        # A folder without `__init__.py` is a package too.
        self.packages.update(".".join(parts[:length]) for length in range(1, len(parts)))
        self.paths[".".join(parts)] = path

    def _comes_first(self, top: str) -> bool:
        """Whether Python has no module of its own that hides this one: a folder without `__init__.py` always yields."""
        return gives_way(top) and (top in self.paths or top not in _LIBRARY)

    def at(self, path: str) -> Source:
        """The source in a file of the program's."""
        source = self._by_path.get(path)
        if source is None:
            source = self._by_path[path] = Source(path)
        return source

    def of(self, module: str) -> Source:
        """The source of a module of the program's."""
        return self._main if module == MAIN else self.at(self.paths[module])

    @cached_property
    def _main(self) -> Source:
        return Source(self.paths[MAIN], as_main=True)

    def place_of(self, module: str, name: str) -> Place | None:
        """Where the source of a module binds a name first; None where it does not, or there is no such source."""
        path = self.paths.get(module, "")
        file, line = self._locate(path), self.of(module).bound.get(name) if path else None
        return None if file is None or line is None else Place(file, line)

    def has(self, module: str) -> bool:
        """Whether the name is a module of the program's, or would have to be one."""
        top = module.partition(".")[0]
        return top in self.paths or top in self.packages

    def is_module(self, name: str) -> bool:
        """Whether there is such a module or package."""
        return name in self.paths or name in self.packages

    def asked_by(self, statement: Statement, package: str) -> Iterator[Asked]:
        """What a statement asks of the program's modules, by their full names: `from shop import orders` asks for
        `shop.orders` where that is a module. `package` is where it stands."""
        for asked in statement.asked:
            module = _full_name(asked.module, statement.level, package)
            if module is None or not self.has(module):
                continue
            names = [name for name in asked.names if not self.is_module(f"{module}.{name}")]
            for name in asked.names:
                if name not in names:
                    yield Asked(f"{module}.{name}", ())
            if names or not asked.names:
                yield Asked(module, tuple(names))


def _full_name(module: str, level: int, package: str) -> str | None:
    """The name that dots stand for; None beyond the outermost package."""
    if level == 0:
        return module
    parts = package.split(".") if package else []
    if level > len(parts):
        return None
    base = parts[: len(parts) - level + 1]
    return ".".join([*base, module] if module else base)
