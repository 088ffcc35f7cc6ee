"""Where a rewritten function can be switched out: statements between its own."""

import ast
from enum import Enum

from .marks import POINT, SWITCH, call, mark

_BLOCKS = ("body", "orelse", "finalbody")
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Points(Enum):
    """`GIL`: where CPython 3.14 may switch. `STATEMENTS`: before each statement. `NONE`: only where it waits."""

    GIL = 1
    STATEMENTS = 2
    NONE = 3


def point_at(node: ast.AST) -> ast.stmt:
    """A statement that switches the thread out if the strategy says so, on the line of `node`."""
    switch = ast.If(call(POINT, at=node), [ast.Expr(ast.Await(mark(SWITCH)))], [])
    return _placed(switch, node)


def with_points(body: list[ast.stmt], points: Points) -> list[ast.stmt]:
    """The statements of a function that has been rewritten, with points among them. In place, but for the list."""
    if points is Points.NONE:
        return body
    result: list[ast.stmt] = []
    for statement in body:
        before = isinstance(statement, ast.Continue) or (points is Points.STATEMENTS and _counts(statement))
        if before:
            result.append(point_at(statement))
        result.append(statement)
        if not isinstance(statement, _SCOPES):
            _inside(statement, points)
        if isinstance(statement, ast.AsyncWith):
            # Entering and leaving are calls.
            statement.body.insert(0, point_at(statement))
            result.append(point_at(statement))
    return result


def _inside(statement: ast.AST, points: Points) -> None:
    for field in _BLOCKS:
        block: list[ast.stmt] | None = getattr(statement, field, None)
        if isinstance(block, list):
            setattr(statement, field, with_points(block, points))
    for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
        _inside(part, points)
    if isinstance(statement, _LOOPS):
        # The jump back to the loop's head, which is where its next turn is decided.
        statement.body.append(point_at(statement))


def _counts(statement: ast.stmt) -> bool:
    """Whether it does something when it is executed."""
    return not isinstance(statement, (ast.Global, ast.Nonlocal, ast.Import, ast.ImportFrom))


def _placed(made: ast.stmt, node: ast.AST) -> ast.stmt:
    """The made statement stands where `node` begins, on one line."""
    line, column = getattr(node, "lineno", 1), getattr(node, "col_offset", 0)
    for part in ast.walk(made):
        if isinstance(part, (ast.stmt, ast.expr)):
            part.lineno, part.end_lineno = line, line
            part.col_offset, part.end_col_offset = column, column
    return made
