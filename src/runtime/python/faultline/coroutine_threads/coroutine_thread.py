"""A thread as a coroutine, with what the interpreter keeps for each thread and would lose at a switch."""

import contextvars
from asyncio import events
from collections.abc import Coroutine
from typing import Any

from ..pristine.halt import Halt

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
