"""Calls that access nothing that threads share, and tell the scheduler themselves what they do: most of a program's."""

import time
from collections.abc import Callable
from types import FrameType

from ..accesses.sites import Site
from ..cpython.value_stack import ValueStack
from ..primitives.lock import Lock
from ..primitives.rlock import RLock
from ..scheduler.steps import InstructionCallback

# How deep under the arguments of a call lies what is called.
_DEPTHS = {"call": 1, "call_kw": 2}
_METHODS = ("acquire", "release", "__exit__")


class Quiet:
    """Knows them by their addresses. What threads share is reported by `probes/quiet_calls.py`, which may learn more of
    them: to a search it matters what each call is given."""

    def __init__(self, stack: ValueStack) -> None:
        self._address = stack.address
        self._quiet: frozenset[int] | None = None

    def left_out(self, site: Site, watch: Callable[[FrameType], object]) -> InstructionCallback:
        """A look that calls `watch` with the running frame, but for such calls."""
        depth = _DEPTHS.get(site.kind)
        if depth is None:
            return watch
        callee, address = site.number + depth, self._address
        if self._quiet is None:
            # Now: `time.sleep` is the scheduler's, and the program has not yet begun and put another one there.
            quiet = [time.sleep, *(vars(kind)[name] for kind in (Lock, RLock) for name in _METHODS)]
            self._quiet = frozenset(map(id, quiet))
        quiet_ones = self._quiet

        def look(frame: FrameType) -> None:
            if address(frame, callee) not in quiet_ones:
                watch(frame)

        return look
