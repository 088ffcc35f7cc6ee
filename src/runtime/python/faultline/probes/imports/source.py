"""What one file of the program says before it runs: its import statements, and where it binds its names."""

import ast
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

# Kept, as the program may replace its own `open`.
_open = open
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
        _ = self.statements, self.at_module_level, self.bound

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
        return tuple(_statement(node) for node in self._level() if isinstance(node, (ast.Import, ast.ImportFrom)))

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


def _statement(node: ast.Import | ast.ImportFrom) -> Statement:
    # Not `ast.unparse`: it imports a module of its own, which takes longer than all the rest.
    asked = ", ".join(f"{one.name} as {one.asname}" if one.asname else one.name for one in node.names)
    if isinstance(node, ast.Import):
        return Statement(f"import {asked}", tuple(Asked(alias.name, ()) for alias in node.names), 0)
    names = tuple(alias.name for alias in node.names)
    text = f"from {'.' * node.level}{node.module or ''} import {asked}"
    return Statement(text, (Asked(node.module or "", names),), node.level)


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
    """False for `TYPE_CHECKING`, and for `__name__ == "__main__"` but `as_main`: what stands under it runs there
    only."""
    if isinstance(test, ast.Compare):
        return as_main or not (
            isinstance(test.left, ast.Name) and test.left.id == "__name__" and isinstance(test.ops[0], ast.Eq)
        )
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
