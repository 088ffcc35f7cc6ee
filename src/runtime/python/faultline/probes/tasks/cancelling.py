"""Why a task was cancelled: by whom, at which line, or by which part of asyncio."""

import asyncio
from collections.abc import Callable
from types import FrameType
from typing import Any, NamedTuple

from ...cpython.aside import made_by_us
from ...cpython.frames import real_back
from ...report.fact import Fact
from ...report.facts import Canceller, cancelled
from ...report.recorder import Place
from ...scheduler.awaiting import name_of
from ...source.locate import Locate

AnyTask = asyncio.Task[Any]

_RUNNERS = "/asyncio/runners.py"
# What of asyncio cancels tasks by itself, and where it is.
_PARTS: tuple[tuple[str, Canceller], ...] = (
    ("/asyncio/timeouts.py", "timeout"),
    ("/asyncio/taskgroups.py", "task group"),
    # What runs in a loop and is no task: `call_later(1, task.cancel)`.
    ("/asyncio/events.py", "callback"),
)
# Nobody called `cancel`.
UNASKED = cancelled("unasked", None)


@made_by_us
class Reason(NamedTuple):
    """`fact` says who did it, and `place` at which line of the program, where one did."""

    fact: Fact
    place: Place | None


class Cancelling:
    """Follows who is cancelling whom."""

    def __init__(self, locate: Locate, current: Callable[[], AnyTask | None]) -> None:
        self._locate = locate
        self._current = current
        self._under_way: list[AnyTask] = []

    def begins(self, task: AnyTask) -> None:
        """`cancel` of a task begins. Until it ends, it cancels what the task waits for."""
        self._under_way.append(task)

    def ends(self, task: AnyTask) -> None:
        """`cancel` of the task has come to its end."""
        # By what it is: a program's task may call itself equal to another.
        index = next(at for at in reversed(range(len(self._under_way))) if self._under_way[at] is task)
        del self._under_way[index]

    def reason(self, task: AnyTask, frame: FrameType | None) -> Reason:
        """Why `task` is being cancelled by the code of `frame`."""
        if self._under_way:
            waiting = self._under_way[-1]
            return Reason(cancelled("waiter", name_of(waiting)), None)
        while frame is not None:
            file = frame.f_code.co_filename
            own = self._locate(file)
            if own is not None:
                return Reason(self._by(task), Place(own, frame.f_lineno))
            if file.endswith(_RUNNERS) and frame.f_code.co_name == "_cancel_all_tasks":
                return Reason(cancelled(_end_of(frame), None), None)
            for part, name in _PARTS:
                if file.endswith(part):
                    return Reason(cancelled(name, None), None)
            frame = real_back(frame)
        return Reason(cancelled("asyncio", None), None)

    def _by(self, task: AnyTask) -> Fact:
        canceller = self._current()
        if canceller is None:
            return cancelled("program", None)
        return cancelled("itself", None) if canceller is task else cancelled("task", name_of(canceller))


def _end_of(frame: FrameType | None) -> Canceller:
    """What was over when all tasks were cancelled that were left."""
    while frame is not None and frame.f_code.co_filename.endswith(_RUNNERS):
        if frame.f_code.co_qualname == "run":
            return "run over"
        frame = real_back(frame)
    return "runner closed"
