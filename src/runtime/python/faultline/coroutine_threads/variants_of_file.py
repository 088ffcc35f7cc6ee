"""Makes, for each function of a file, its variant: a coroutine function that does the same, and can be left where it
waits."""

import ast
import re
import warnings
from collections.abc import Iterator, Mapping
from types import CodeType
from typing import Any

from .marks import ESCAPED, STOP_ITERATION, call, exchanged, has_mark, mark
from .points import Points, point_at, with_points
from .rewriter import Rewriter
from .variables import calls_nothing, is_generator, local_to

_LAMBDA = "<lambda>"
_COMPREHENSIONS = re.compile(r"<((list|set|dict)comp|genexpr)>\.(<locals>\.)?")

# What tells one function of a file from another: its qualified name, its first line, and where a lambda's body begins.
Key = tuple[str, int, tuple[int, int]]


def key_of(code: CodeType) -> Key:
    """The key of a function, from its code. Python 3.12 took comprehensions out of qualified names."""
    place = _body_of(code) if code.co_name == _LAMBDA else (0, 0)
    return _COMPREHENSIONS.sub("", code.co_qualname), code.co_firstlineno, place


def _body_of(code: CodeType) -> tuple[int, int]:
    """The line and column where the body of a lambda begins: the first of what has a width, as nothing of ours has."""
    places = [
        (line, column)
        for line, last, column, end in code.co_positions()
        if line is not None
        and last is not None
        and column is not None
        and end is not None
        and (line, column) < (last, end)
    ]
    return min(places, default=(0, 0))


def variants_in(tree: ast.Module, file: str, points: Points) -> dict[Key, CodeType]:
    """The variants of all functions that can have one: not of generators and coroutines, nor of lambdas inside others.

    Each variant is compiled in its function's place, beside it, so that it has the same closure. Its stand-ins have
    yet to    be exchanged. Changes the tree.
    """
    module = _compiled(_Beside(points).visit(tree), file, 0)
    plain: dict[Key, int] = {}
    variants: dict[Key, CodeType] = {}
    for code in _codes_in(module):
        if has_mark(code, ESCAPED):
            variants[key_of(code)] = code
        else:
            plain[key_of(code)] = plain.get(key_of(code), 0) + 1
    # Of two functions of one key nobody could say which is which.
    return {key: code for key, code in variants.items() if plain.get(key) == 1}


def variant_of_module(source: bytes, file: str, points: Points, meanings: Mapping[str, Any]) -> CodeType:
    """The code of a file whose evaluation gives a coroutine that does what importing it would."""
    tree = ast.parse(source, file)
    head = list(_head(tree.body))
    rewriter = Rewriter(points, frozenset(), at_top=True)
    body = with_points(rewriter.body(tree.body[len(head) :]), points)
    # Without an `await` it would be no coroutine.
    start = point_at(body[0] if body else tree)
    tree.body = [*head, start, *body]
    return exchanged(_compiled(tree, file, ast.PyCF_ALLOW_TOP_LEVEL_AWAIT), meanings)


def _compiled(tree: ast.Module, file: str, flags: int) -> CodeType:
    with warnings.catch_warnings():
        # The program's own are given when it is compiled as it is; stand-ins look like mistakes.
        warnings.simplefilter("ignore")
        code: CodeType = compile(ast.fix_missing_locations(tree), file, "exec", flags, dont_inherit=True)
    return code


def _head(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """What has to come first in a module: its documentation and `from __future__`."""
    for statement in body:
        match statement:
            case ast.Expr(value=ast.Constant()) | ast.ImportFrom(module="__future__"):
                yield statement
            case _:
                return


def _codes_in(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            # What is in a variant is also in the function that it is the variant of.
            if not has_mark(constant, ESCAPED):
                yield from _codes_in(constant)


_SCOPE_OF = {
    ast.ListComp: "<listcomp>",
    ast.SetComp: "<setcomp>",
    ast.DictComp: "<dictcomp>",
    ast.GeneratorExp: "<genexpr>",
}


class _Beside(ast.NodeTransformer):
    """Puts a variant beside each function. What comes out is compiled, and never run."""

    def __init__(self, points: Points) -> None:
        self._points = points
        # The variants of lambdas, to be put at the head of the function or class that they are in: the compiler
        # leaves out        # what comes after a `return`.
        self._lambdas: list[ast.stmt] = []

    def visit_FunctionDef(self, node: ast.FunctionDef) -> list[ast.stmt]:
        variant = self._variant(node)
        self._scope(node)
        return [node] if variant is None else [node, variant]

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.stmt:
        return self._scope(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.stmt:
        return self._scope(node)

    def visit_Module(self, node: ast.Module) -> ast.Module:
        self._scope(node)
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        if not is_generator(node):
            rewriter = Rewriter(self._points, local_to(node), at_top=False)
            value = ast.copy_location(ast.Return(rewriter.expression(node.body)), node.body)
            self._lambdas.append(_function(_LAMBDA, node, [value], self._points, node.lineno))
        return node

    def _comprehension(self, node: Any) -> Any:
        outer, self._lambdas = self._lambdas, []
        self.generic_visit(node)
        if self._lambdas:
            # In a function that has the comprehension's variables, for the lambdas to find them.
            targets = [name for one in node.generators for name in ast.walk(one.target) if isinstance(name, ast.Name)]
            names = [ast.arg(name) for name in dict.fromkeys(target.id for target in targets)]
            arguments = ast.arguments([], names, None, [], [], None, [])
            scope = ast.FunctionDef(_SCOPE_OF[type(node)], arguments, self._lambdas, [], None, None)
            scope.type_params = []
            outer.append(ast.copy_location(scope, node))
        self._lambdas = outer
        return node

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _comprehension

    def _scope(self, node: Any) -> Any:
        outer, self._lambdas = self._lambdas, []
        self.generic_visit(node)
        head = list(_head(node.body))
        node.body = [*head, *self._lambdas, *node.body[len(head) :]]
        self._lambdas = outer
        return node

    def _variant(self, node: ast.FunctionDef) -> ast.stmt | None:
        if is_generator(node) or (self._points is Points.NONE and calls_nothing(node)):
            return None
        body = Rewriter(self._points, local_to(node), at_top=False).body(node.body)
        line = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
        variant = _function(node.name, node, body, self._points, line)
        if hasattr(node, "type_params"):
            variant.type_params = node.type_params
        return variant


def _function(
    name: str, like: ast.FunctionDef | ast.Lambda, body: list[ast.stmt], points: Points, line: int
) -> ast.AsyncFunctionDef:
    """The variant. A `StopIteration` must not leave a coroutine: it is returned, and raised again by who awaits it."""
    body = with_points(body, points)
    if points is Points.GIL:
        body = [point_at(like), *body]
    handler = ast.ExceptHandler(mark(STOP_ITERATION), None, [ast.Return(call(ESCAPED, at=like))])
    guarded = ast.copy_location(ast.Try(body, [handler], [], []), body[0])
    variant = ast.copy_location(ast.AsyncFunctionDef(name, _bare(like.args), [guarded], [], None, None), like)
    if hasattr(like, "type_params") or "type_params" in ast.AsyncFunctionDef._fields:
        variant.type_params = []
    variant.lineno = line
    return variant


def _bare(arguments: ast.arguments) -> ast.arguments:
    """The same parameters without annotations and defaults, which the function itself knows."""
    nothing = ast.Constant(None)

    def bare(one: ast.arg | None) -> ast.arg | None:
        return None if one is None else ast.copy_location(ast.arg(one.arg), one)

    return ast.arguments(
        [ast.arg(one.arg) for one in arguments.posonlyargs],
        [ast.arg(one.arg) for one in arguments.args],
        bare(arguments.vararg),
        [ast.arg(one.arg) for one in arguments.kwonlyargs],
        [None if default is None else nothing for default in arguments.kw_defaults],
        bare(arguments.kwarg),
        [nothing for _ in arguments.defaults],
    )
