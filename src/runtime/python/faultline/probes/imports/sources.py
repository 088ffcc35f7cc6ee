"""What the program's source says before it runs: its modules, their import statements, and where names are bound."""

import ast
import os
import sys
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from ...recorder import Place
from ...scheduler.awaiting import Locate
from ...shadowed import gives_way

# Kept, as the program may replace its own `open`.
_open = open
MAIN = "__main__"
_SUITES = ("body", "orelse", "finalbody", "handlers", "cases")
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Asked(NamedTuple):
    """One module that an import statement asks for, and the names it wants of it; `*` is a name too."""

    module: str
    names: tuple[str, ...]


class Statement(NamedTuple):
    """An import statement: its text on one line, and how many dots stand before the module's name."""

    text: str
    asked: tuple[Asked, ...]
    level: int


class Source:
    """One file of the program. A file that cannot be read as Python says nothing. As the script it is `as_main`."""

    def __init__(self, path: str, *, as_main: bool = False) -> None:
        self._path = path
        self._as_main = as_main

    def read(self) -> None:
        """Finds all of the following at once."""
        self.statements, self.at_module_level, self.bound

    @cached_property
    def _tree(self) -> ast.Module:
        try:
            with _open(self._path, "rb") as file:
                return ast.parse(file.read())
        except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
            return ast.Module([], [])

    @cached_property
    def statements(self) -> dict[int, tuple[Statement, ...]]:
        """The import statements of the whole file, by the line on which they begin."""
        found: dict[int, tuple[Statement, ...]] = {}
        for node in ast.walk(self._tree):
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                found[node.lineno] = (*found.get(node.lineno, ()), _statement(node))
        return found

    @cached_property
    def at_module_level(self) -> tuple[Statement, ...]:
        """The import statements that run when the module is imported; those for type checkers only do not."""
        return tuple(
            _statement(node) for node in self._level() if isinstance(node, (ast.Import, ast.ImportFrom))
        )

    @cached_property
    def bound(self) -> dict[str, int]:
        """The line on which each name of the module is bound first."""
        lines: dict[str, int] = {}
        for node in self._level():
            for name in _binds(node):
                lines[name] = min(node.lineno, lines.get(name, node.lineno))
        return lines

    def _level(self) -> Iterator[ast.stmt]:
        return _level(self._tree.body, as_main=self._as_main)


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
        return gives_way(top) and (top in self.paths or top not in sys.stdlib_module_names)

    def at(self, path: str) -> Source:
        """The source in a file of the program's."""
        return self._by_path.setdefault(path, Source(path))

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


def _statement(node: ast.Import | ast.ImportFrom) -> Statement:
    text = ast.unparse(node)
    if isinstance(node, ast.Import):
        return Statement(text, tuple(Asked(alias.name, ()) for alias in node.names), 0)
    names = tuple(alias.name for alias in node.names)
    return Statement(text, (Asked(node.module or "", names),), node.level)


def _full_name(module: str, level: int, package: str) -> str | None:
    """The name that dots stand for; None beyond the outermost package."""
    if level == 0:
        return module
    parts = package.split(".") if package else []
    if level > len(parts):
        return None
    base = parts[: len(parts) - level + 1]
    return ".".join([*base, module] if module else base)


def _level(nodes: list[ast.stmt], *, as_main: bool) -> Iterator[ast.stmt]:
    """The statements that run when the module's body does."""
    for node in nodes:
        yield node
        if isinstance(node, _FUNCTIONS):
            continue
        if isinstance(node, ast.If) and not _holds(node.test, as_main=as_main):
            yield from _level(node.orelse, as_main=as_main)
            continue
        for suite in _SUITES:
            for inner in getattr(node, suite, ()):
                if isinstance(inner, (ast.ExceptHandler, ast.match_case)):
                    yield from _level(inner.body, as_main=as_main)
                elif isinstance(inner, ast.stmt):
                    yield from _level([inner], as_main=as_main)


def _holds(test: ast.expr, *, as_main: bool) -> bool:
    """False for `TYPE_CHECKING`, and for `__name__ == "__main__"` but `as_main`: what stands under it runs there only."""
    if isinstance(test, ast.Compare):
        return as_main or not (isinstance(test.left, ast.Name) and test.left.id == "__name__" and isinstance(test.ops[0], ast.Eq))
    name = test.attr if isinstance(test, ast.Attribute) else test.id if isinstance(test, ast.Name) else ""
    return name != "TYPE_CHECKING"


def _binds(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, _DEFINITIONS):
        yield node.name
    elif isinstance(node, (ast.Import, ast.ImportFrom)):
        yield from ((alias.asname or alias.name.partition(".")[0]) for alias in node.names)
    elif isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.For, ast.With)):
        yield from (
            inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store)
        )
