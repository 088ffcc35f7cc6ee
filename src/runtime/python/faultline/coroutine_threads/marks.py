"""Stand-ins in rewritten code: constants that are exchanged for functions when the code has been compiled.

So that rewritten code has no names of ours among its own, which a program could see, and which would change what is
a variable of which function.
"""

import ast
from collections.abc import Mapping
from types import CodeType
from typing import Any

_PREFIX = "\0faultline "

POINT = "point"
MORE = "more"
MORE_INSIDE = "more inside"
TAKE = "take"
THROUGH = "through"
RESOLVE = "resolve"
SWITCH = "switch"
ESCAPED = "escaped"
ENTERING = "entering"
IN_PLACE = "in place "
STOP_ITERATION = "StopIteration"


def mark(name: str) -> ast.expr:
    """The stand-in for what is called `name`."""
    return ast.Constant(_PREFIX + name)


def call(name: str, *args: ast.expr, at: ast.AST) -> ast.Call:
    """A call of what is called `name`. It stands where `at` begins, and has no width: by that those who follow the
    program's instructions know that it is none of the program's."""
    made = ast.Call(mark(name), list(args), [])
    for node in (made, made.func):
        node.lineno = node.end_lineno = getattr(at, "lineno", 1)
        node.col_offset = node.end_col_offset = getattr(at, "col_offset", 0)
    return made


def has_mark(code: CodeType, name: str) -> bool:
    """Whether the stand-in is in the code itself, and not only in code inside it."""
    return _PREFIX + name in code.co_consts


def exchanged(code: CodeType, meanings: Mapping[str, Any]) -> CodeType:
    """The code with the functions in the place of their stand-ins."""
    return code.replace(co_consts=tuple(_exchanged(constant, meanings) for constant in code.co_consts))


def _exchanged(constant: Any, meanings: Mapping[str, Any]) -> Any:
    if isinstance(constant, CodeType):
        return exchanged(constant, meanings)
    if isinstance(constant, str) and constant.startswith(_PREFIX):
        return meanings[constant[len(_PREFIX) :]]
    return constant
