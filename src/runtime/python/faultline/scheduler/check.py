"""The check of a run: an expression over the program's globals that must hold at its end."""

import ast
from collections.abc import Iterator
from types import CodeType
from typing import Any

from ..pristine.facts import exact, kind_of, message_of
from ..pristine.halt import Halt
from ..report.addresses import without, without_those_of
from ..report.facts import check_is, check_raised, check_unreadable
from .paths import things_in

FILE = "<check>"
_MOST_VALUE = 200
_MOST_RAISED = 1000


class Check:
    """`made` is what it came to, in the shape of `ScheduledSchema.check`; None until it is made, or without one."""

    def __init__(self, expression: str | None) -> None:
        self._code = None if expression is None or not expression.strip() else _compiled(expression.strip())
        self._parts = list(_parts(expression.strip())) if expression and isinstance(self._code, CodeType) else []
        self.made: dict[str, Any] | None = None

    @classmethod
    def of(cls, schedule: dict[str, Any] | None) -> "Check":
        """The check that a schedule names."""
        return cls(None if schedule is None else schedule["check"])

    def make(self, names: dict[str, Any]) -> None:
        """Evaluates the expression over `names`, which it leaves as they are."""
        if self._code is None:
            return
        if isinstance(self._code, str):
            self.made = {"holds": False, "words": self._code}
            return
        try:
            holds = bool(eval(self._code, dict(names)))
        except Halt:
            raise
        except BaseException as error:
            # Also `exit()`: the program is over, and not its check's to end.
            self.made = {
                "holds": False,
                "words": check_raised(kind_of(error), without(message_of(error)[:_MOST_RAISED])),
            }
            return
        values = [f"{text} = {shown(value)}" for text, value in self._values(names)]
        self.made = {
            "holds": holds,
            "words": ", ".join(dict.fromkeys(values)) or check_is("True" if holds else "False"),
        }

    def _values(self, names: dict[str, Any]) -> Iterator[tuple[str, object]]:
        """What the expression names, with its value: `ann.balance` rather than `ann`."""
        for text, code in self._parts:
            try:
                value = eval(code, dict(names))
            except Halt:
                raise
            except BaseException:
                continue  # a variable of the expression's own, or there no more
            if not callable(value):
                yield text, value


def shown(value: object) -> str:
    """A value in a line, without addresses, which differ from run to run."""
    if type(value) is int and abs(value) < 10_000:
        # Most values are: no number so short can be an address.
        return str(value)
    try:
        text = without_those_of(exact(repr(value)), things_in(value))
    except Halt:
        raise
    except BaseException as error:
        return f"<{kind_of(error)} in repr>"
    return text if len(text) <= _MOST_VALUE else text[: _MOST_VALUE - 1] + "…"


def _compiled(expression: str) -> Any:
    try:
        return compile(expression, FILE, "eval")
    except SyntaxError as error:
        return check_unreadable(error.msg)


def _parts(expression: str) -> Iterator[tuple[str, CodeType]]:
    """The variables in an expression with what it takes of them, in their order: `counter`, `ann.balance`,
    `forks[0]`."""
    body = ast.parse(expression, FILE, "eval").body
    # Variables of comprehensions are the expression's own.
    bound = {node.id for node in ast.walk(body) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    todo: list[ast.AST] = [body]
    while todo:
        node = todo.pop(0)
        if isinstance(node, ast.expr) and _is_chain(node, bound):
            # Not `ast.unparse`: it imports a module of its own, which takes longer than all the rest.
            yield ast.get_source_segment(expression, node) or "", compile(ast.Expression(node), FILE, "eval")
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            # A method: what it belongs to, and not the method, has a value to be shown.
            todo[:0] = [node.func.value, *node.args, *node.keywords]
            continue
        todo[:0] = list(ast.iter_child_nodes(node))


def _is_chain(node: ast.expr, bound: set[str]) -> bool:
    if isinstance(node, ast.Attribute):
        return _is_chain(node.value, bound)
    if isinstance(node, ast.Subscript):
        return isinstance(node.slice, ast.Constant) and _is_chain(node.value, bound)
    return isinstance(node, ast.Name) and node.id not in bound
