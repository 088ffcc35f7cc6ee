"""A thread as a coroutine, with what the interpreter keeps for each thread and would lose at a switch."""

import contextvars
from asyncio import events
from collections.abc import Coroutine
from types import CodeType, FrameType
from typing import Any, cast

from ..cpython.frames import outwards
from ..pristine.halt import Halt
from ..source.locate import Locate

# So often a coroutine may refuse to end.
_MOST_LIVES = 20


class CoroutineThread:
    """Runs until it awaits. A coroutine is made when it first runs."""

    def __init__(self, coroutine: Coroutine[Any, Any, Any], context: contextvars.Context) -> None:
        self.coroutine = coroutine
        self.context = context
        # The event loop that runs in this thread.
        self._loop: Any = None

    def step(self) -> None:
        """Goes on until the next switch; raises `StopIteration` at its end, or what it raises."""
        outer = events._get_running_loop()
        events._set_running_loop(self._loop)
        try:
            self.context.run(self.coroutine.send, None)
        finally:
            self._loop = events._get_running_loop()
            events._set_running_loop(outer)

    def end(self) -> None:
        """Ends it wherever it stands, by raising `Halt` there."""
        for _ in range(_MOST_LIVES):
            try:
                self.context.run(self.coroutine.throw, Halt())
            except BaseException:
                return


class FrameSnapshot:
    """A frame as it stood when its thread began to wait: a coroutine that is left forgets who called it. Looks like a
    frame to those who look outwards from it."""

    __slots__ = ("f_back", "f_code", "f_lineno", "frame")

    def __init__(self, frame: FrameType, back: "FrameSnapshot | None") -> None:
        # The frame itself, which has forgotten its callers.
        self.frame = frame
        self.f_back = back
        self.f_code: CodeType = frame.f_code
        self.f_lineno = frame.f_lineno

    @property
    def f_locals(self) -> dict[str, Any]:
        """The variables as they are now."""
        return self.frame.f_locals

    @property
    def f_globals(self) -> dict[str, Any]:
        """The module's variables."""
        return self.frame.f_globals


def frame_snapshot(frame: FrameType | None, locate: Locate) -> FrameType | None:
    """The frame and its callers as they stand, as far as the program's own that called into the library."""
    frames: list[FrameType] = []
    for each in outwards(frame):
        frames.append(each)
        if locate(each.f_code.co_filename):
            break
    back = None
    for each in reversed(frames):
        back = FrameSnapshot(each, back)
    return cast("FrameType | None", back)
