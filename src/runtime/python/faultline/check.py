"""The check of a run: an expression over the program's globals that must hold at its end."""

from typing import Any

from .addresses import without, without_those_of
from .pristine.facts import exact, kind_of, message_of
from .scheduler.halt import Halt
from .scheduler.paths import things_in

FILE = "<check>"
_MOST_VALUE = 200
_MOST_RAISED = 1000


class Check:
    """`made` is what it came to, in the shape of `ScheduledSchema.check`; None until it is made, or without one."""

    def __init__(self, expression: str | None) -> None:
        self._code = None if expression is None or not expression.strip() else _compiled(expression.strip())
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
            self.made = {"holds": False, "words": without(f"the check raised {kind_of(error)}: {message_of(error)}"[:_MOST_RAISED])}
            return
        values = [f"{name} = {shown(names[name])}" for name in self._code.co_names if _is_data(names, name)]
        self.made = {"holds": holds, "words": ", ".join(dict.fromkeys(values)) or f"the check is {holds}"}


def shown(value: object) -> str:
    """A value in a line, without addresses, which differ from run to run."""
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
        return f"the check is not an expression: {error.msg}"


def _is_data(names: dict[str, Any], name: str) -> bool:
    return name in names and not callable(names[name])
