"""Rewrites the body of one function so that it waits with `await`: calls, `with`, and what an assignment reads."""

import ast
import copy
from typing import Any, TypeVar

from .marks import ENTERING, IN_PLACE, MORE, MORE_INSIDE, RESOLVE, TAKE, THROUGH, call, mark
from .points import Points

_Node = TypeVar("_Node", bound=ast.AST)

# With these a function looks at its own variables, among which there are to be none of ours.
_LOOKS_AT_ITSELF = frozenset({"locals", "vars", "dir", "eval", "exec"})


class Rewriter(ast.NodeTransformer):
    """Code in scopes of its own (nested functions, classes, lambdas, generators) stays as it is: it gets its own turn,
    or cannot wait by `await`.

    `f(x)` becomes `through(await take()) if more(resolve(f)(x)) else take()`: `resolve` finds the rewritten variant of
    `f`, which when called gives a coroutine; `more` says whether there is something to await, `take` gives back what
    it was given.
    """

    def __init__(self, points: Points, local: frozenset[str], *, at_top: bool) -> None:
        self._apart = points is Points.STATEMENTS
        self._more = MORE_INSIDE if points is Points.NONE else MORE
        # Variables that no other thread can see.
        self._local = local
        self._at_top = at_top
        self._temporaries = 0

    def body(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        """The statements, rewritten. The originals are left alone."""
        statements = copy.deepcopy(statements)
        if any(
            isinstance(node, ast.Name) and node.id in _LOOKS_AT_ITSELF for one in statements for node in ast.walk(one)
        ):
            self._at_top = True
        return [self.visit(statement) for statement in statements]

    def expression(self, expression: ast.expr) -> ast.expr:
        """The same for the body of a lambda."""
        rewritten: ast.expr = self.visit(copy.deepcopy(expression))
        return rewritten

    def _stays(self, node: Any) -> Any:
        return node

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = visit_GeneratorExp = _stays

    def visit_Call(self, node: ast.Call) -> ast.expr:
        match node.func:
            # Without arguments it is the compiler that knows what `super()` means.
            case ast.Name(id="super") if not node.args:
                return node
            case _:
                pass
        self.generic_visit(node)
        node.func = call(RESOLVE, node.func, at=node.func)
        return self._awaited(node, node)

    def visit_With(self, node: ast.With) -> ast.stmt:
        self.generic_visit(node)
        for item in node.items:
            item.context_expr = call(ENTERING, item.context_expr, at=item.context_expr)
        return ast.copy_location(ast.AsyncWith(node.items, node.body), node)

    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        has_point = isinstance(node.value, ast.Call)
        self.generic_visit(node)
        plain = isinstance(node.value, (ast.Constant, ast.List, ast.Dict, ast.Set, ast.Tuple, ast.Lambda))
        if self._apart and not has_point and not plain and any(map(self._is_shared, node.targets)):
            node.value = self._awaited(node.value, node.value)
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt:
        self.generic_visit(node)
        if not self._apart or not self._is_shared(node.target):
            return node
        parts = self._read_and_written(node.target)
        if parts is None:
            return node
        read, written = parts
        updated = _at(ast.Call(mark(IN_PLACE + type(node.op).__name__), [read, node.value], []), node)
        return ast.copy_location(ast.Assign([written], self._awaited(updated, node)), node)

    def _awaited(self, value: ast.expr, at: ast.AST) -> ast.expr:
        # Errors come out of here: they are the program's, and it is to see where.
        awaited = _at(ast.Call(_at(mark(THROUGH), at), [_at(ast.Await(call(TAKE, at=at)), at)], []), at)
        return _at(ast.IfExp(call(self._more, value, at=at), awaited, call(TAKE, at=at)), at)

    def _is_shared(self, target: ast.expr) -> bool:
        match target:
            case ast.Name(id=name):
                return name not in self._local
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                return any(map(self._is_shared, parts))
            case _:
                return True

    def _read_and_written(self, target: ast.expr) -> tuple[ast.expr, ast.expr] | None:
        """The target of `target += ...` as something to read first and to write afterwards; what it is part of is
        looked up once. None where that takes a variable and there can be none."""
        match target:
            case ast.Name(id=name):
                return _at(ast.Name(name, ast.Load()), target), target
            case ast.Attribute(value=owner, attr=name) if not self._at_top:
                kept, again = self._kept(owner)
                return _at(ast.Attribute(kept, name, ast.Load()), target), _at(
                    ast.Attribute(again, name, ast.Store()), target
                )
            case ast.Subscript(value=owner, slice=index) if not self._at_top and not _has_slice(index):
                (kept, again), (key, key_again) = self._kept(owner), self._kept(index)
                read, written = ast.Subscript(kept, key, ast.Load()), ast.Subscript(again, key_again, ast.Store())
                return _at(read, target), _at(written, target)
            case _:
                return None

    def _kept(self, value: ast.expr) -> tuple[ast.expr, ast.expr]:
        """The value, kept in a variable that no program can name, and that variable."""
        if isinstance(value, ast.Constant) or (isinstance(value, ast.Name) and value.id in self._local):
            return value, value
        self._temporaries += 1
        name = f".{self._temporaries}"
        kept = ast.NamedExpr(_at(ast.Name(name, ast.Store()), value), value)
        return _at(kept, value), _at(ast.Name(name, ast.Load()), value)


def _at(node: _Node, place: ast.AST) -> _Node:
    return ast.copy_location(node, place)


def _has_slice(index: ast.expr) -> bool:
    return any(isinstance(node, ast.Slice) for node in ast.walk(index))
