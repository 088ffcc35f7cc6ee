"""`select.select` and `select.poll`: what is ready says Emscripten, and waiting for it is on the run clock."""

import select
import selectors
from collections.abc import Sequence
from typing import Any

from ..cpython.replacements import Replacements
from ..scheduler.scheduler import Scheduler

_usual_select = select.select
_usual_poll: Any = getattr(select, "poll", None)


def install_descriptors(replacements: Replacements, scheduler: Scheduler) -> None:
    """Emscripten's own return at once, whatever the timeout."""

    def wait(seconds: float | None) -> None:
        # No file becomes ready meanwhile: there is nobody at its other end.
        scheduler.block("descriptors", None, seconds)

    def wait_for(
        rlist: Sequence[Any], wlist: Sequence[Any], xlist: Sequence[Any], timeout: float | None = None, /
    ) -> Any:
        """Wait until one or more file descriptors are ready for some kind of I/O."""
        if timeout is not None and timeout < 0:
            raise ValueError("timeout must be non-negative")
        ready = _usual_select(rlist, wlist, xlist, 0)
        if not any(ready) and timeout != 0:
            wait(timeout)
        return ready

    class poll:  # noqa: N801 (as in `select`)
        """A polling object, which supports registering and unregistering file descriptors."""

        def __init__(self) -> None:
            self._usual = _usual_poll()
            self.register = self._usual.register
            self.modify = self._usual.modify
            self.unregister = self._usual.unregister

        def poll(self, timeout: float | None = None, /) -> list[tuple[int, int]]:
            """Polls the registered file descriptors; `timeout` is in milliseconds."""
            ready: list[tuple[int, int]] = self._usual.poll(0)
            if not ready and timeout != 0:
                wait(None if timeout is None or timeout < 0 else timeout / 1000)
            return ready

    replacements.put(select, "select", wait_for)
    replacements.put(selectors.SelectSelector, "_select", staticmethod(wait_for))
    if _usual_poll is not None:
        replacements.put(select, "poll", poll)
        replacements.put(selectors.PollSelector, "_selector_cls", poll)
