"""Which variables of a function belong to one call of it alone, and whether a function is a generator."""

import ast
from collections.abc import Iterator

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.GeneratorExp)


def local_to(function: ast.FunctionDef | ast.Lambda) -> frozenset[str]:
    """The variables that nothing but this call of the function can read or set."""
    arguments = function.args
    names = {one.arg for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}
    names |= {one.arg for one in (arguments.vararg, arguments.kwarg) if one is not None}
    elsewhere: set[str] = set()
    for node in own_nodes(function):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                names.add(name)
            case ast.Global(names=others) | ast.Nonlocal(names=others):
                elsewhere.update(others)
            case _:
                pass
        if isinstance(node, _SCOPES):
            elsewhere.update(one.id for one in ast.walk(node) if isinstance(one, ast.Name))
    return frozenset(names - elsewhere)


def is_generator(function: ast.FunctionDef | ast.Lambda) -> bool:
    """Whether calling it gives a generator."""
    return any(isinstance(node, (ast.Yield, ast.YieldFrom)) for node in own_nodes(function))


def calls_nothing(function: ast.FunctionDef) -> bool:
    """Whether it has nothing in it that could wait."""
    return not any(isinstance(node, (ast.Call, ast.With)) for node in own_nodes(function))


def own_nodes(function: ast.FunctionDef | ast.Lambda) -> Iterator[ast.AST]:
    """What is in the function's body, scopes inside it included, but not what is in those."""
    body = function.body if isinstance(function.body, list) else [function.body]
    todo: list[ast.AST] = list(body)
    while todo:
        node = todo.pop()
        yield node
        if not isinstance(node, _SCOPES):
            todo.extend(ast.iter_child_nodes(node))
