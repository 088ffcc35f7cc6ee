"""Manual stepping: what the person learns about each thread when the program asks who goes on."""

import dis
from collections.abc import Sequence
from functools import lru_cache
from types import CodeType
from typing import Any

from ..cpython.frames import own_frame
from ..scheduler.scheduler import Scheduler
from ..scheduler.strategies.manual import Stride
from ..scheduler.thread import BLOCKED, DONE, VirtualThread
from ..scheduler.waits import wait_of
from ..source.locate import Locate
from .monitor import Monitor

Position = tuple[CodeType, int]


class Questions:
    """Asks the person, and knows when a stride is over."""

    def __init__(self, scheduler: Scheduler, monitor: Monitor, locate: Locate) -> None:
        self._scheduler = scheduler
        self._monitor = monitor
        self._locate = locate
        self._line: object = None

    def ask(self, step: int, current: VirtualThread | None, _ready: Sequence[VirtualThread]) -> tuple[int, Stride]:
        """Who goes on and how far; raises `Halt` when the person stops the run instead."""
        question = {
            "step": step,
            "current": None if current is None else current.number,
            "threads": [self._described(thread) for thread in self._scheduler.threads],
        }
        self._scheduler.outside.leave()
        number, stride = self._scheduler.machine.ask(question)
        self._scheduler.outside.look()
        chosen = next((thread for thread in self._scheduler.threads if thread.number == number), None)
        self._line = None if chosen is None else _line(chosen.position)
        return number, stride

    def crossed(self, thread: VirtualThread, stride: Stride) -> bool:
        """Whether the running thread has come to a new line, or is about to access what threads share."""
        if stride == "line":
            return _line(thread.position) != self._line
        return thread.position is None or self._monitor.has_site(*thread.position)

    def _described(self, thread: VirtualThread) -> dict[str, Any]:
        place = instruction = None
        if thread.position is not None and thread.state != DONE:
            code, offset = thread.position
            file, line = self._locate(code.co_filename), _line(thread.position)
            place = None if file is None or line is None else {"file": file, "line": line[1]}
            instruction = _instructions(code).get(offset)
        own = own_frame(thread.frame, self._locate)
        if own is not None:
            # It waits, or has been woken and has not run since.
            place = {"file": self._locate(own.f_code.co_filename), "line": own.f_lineno}
        return {
            "number": thread.number,
            "name": thread.name,
            "state": {BLOCKED: "waiting", DONE: "ended"}.get(thread.state, "ready"),
            "place": place,
            "instruction": instruction or "",
            "waits": wait_of(thread, self._locate, self._scheduler.names).what if thread.state == BLOCKED else "",
        }


def _line(position: Position | None) -> tuple[CodeType, int] | None:
    if position is None:
        return None
    code, offset = position
    line = _lines(code).get(offset)
    return None if line is None else (code, line)


@lru_cache(maxsize=256)
def _lines(code: CodeType) -> dict[int, int | None]:
    return {offset: line for start, end, line in code.co_lines() for offset in range(start, end, 2)}


@lru_cache(maxsize=256)
def _instructions(code: CodeType) -> dict[int, str]:
    return {one.offset: f"{one.opname} {one.argrepr}".strip() for one in dis.get_instructions(code)}
