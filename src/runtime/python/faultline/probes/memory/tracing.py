"""Tracing: real `tracemalloc`, shared with the program, which must find it as if it were alone."""

import _tracemalloc
import tracemalloc
from collections.abc import Callable
from typing import Any

from ...cpython.aside import ASIDE, all_traces, blocks_about, is_ours
from ...cpython.replacements import Replacements
from ...report.recorder import Place
from ...source.locate import Locate

# So many bytes may be ours, and not known to be, between two looks at the blocks.
MAY_BE_OURS = 16_000
# Frames that are kept of each block. One is the line; each further one costs as much as the rest of the tracing.
FRAMES = 1


class Tracing:
    """Counts the bytes that the program has allocated and not freed. What we allocate meanwhile is left out."""

    def __init__(self, replacements: Replacements, locate: Locate) -> None:
        self._locate = locate
        # Bytes of blocks that were traced before the program took the tracing over, or cleared it.
        self._earlier = 0
        self._handed_over = False
        arounds: dict[str, Callable[[Callable[..., Any]], Callable[..., Any]]] = {
            "start": self._around_start,
            "stop": self._around_stop,
            "clear_traces": self._around_clear,
            "is_tracing": lambda original: lambda: self._handed_over,
            "get_traced_memory": self._if_handed_over((0, 0)),
            "get_object_traceback": self._if_handed_over(None),
        }
        for name, around in arounds.items():
            replacements.wrap(tracemalloc, name, around)
        replacements.on_restore(_tracemalloc.stop)
        _tracemalloc.start(FRAMES)

    def begin(self) -> None:
        """Counts from zero: the program begins."""
        if not self._handed_over:
            _tracemalloc.clear_traces()
            self._earlier = 0
            ASIDE.begin()

    def bytes_after_look(self, seconds: float) -> tuple[int, bool]:
        """The same as `bytes`, after a look at the blocks: frames of ours that a heartbeat has left behind are not seen
        in any other way. Also whether it is sure. `seconds`: how long the run has taken."""
        held, is_sure = ASIDE.held_after_look(seconds)
        return max(0, self._earlier + held), is_sure

    def bytes(self) -> int:
        """The bytes that the program holds. To be asked before anything is allocated for a look."""
        return max(0, self._earlier + ASIDE.held())

    def blocks(self) -> int:
        """About how many blocks there are."""
        return blocks_about()

    def end(self) -> None:
        """The program is over: nothing is traced from now on."""
        _tracemalloc.stop()
        ASIDE.end()

    def by_line(self) -> dict[Place | None, tuple[int, int]]:
        """For each line of the program, and under None for the library as a whole, the bytes and the blocks that it has
        allocated and that are still there."""
        sums: dict[int, list[Any]] = {}
        moment = ASIDE.moment()
        traces = all_traces()
        ASIDE.known(traces, moment)
        for _domain, size, frames, _depth in traces:
            entry = sums.get(id(frames))
            if entry is None:
                sums[id(frames)] = [size, 1, frames]
            else:
                entry[0] += size
                entry[1] += 1
        lines: dict[Place | None, tuple[int, int]] = {}
        for size, blocks, frames in sums.values():
            name, line = frames[0]
            if not is_ours(frames):
                file = self._locate(name)
                place = None if file is None else Place(file, line)
                had = lines.get(place, (0, 0))
                lines[place] = (had[0] + size, had[1] + blocks)
        return lines

    def _around_start(self, original: Callable[..., None]) -> Callable[..., None]:
        def start(nframe: int = 1, /) -> None:
            if self._handed_over:
                # It is traced already: only the number is looked at.
                original(nframe)
                return
            self._restart(lambda: original(nframe))
            self._handed_over = True

        return start

    def _around_stop(self, original: Callable[[], None]) -> Callable[[], None]:
        def stop() -> None:
            # It goes on out of sight: what was traced so far is still to be seen freed.
            self._handed_over = False

        return stop

    def _around_clear(self, original: Callable[[], None]) -> Callable[[], None]:
        def clear_traces() -> None:
            if self._handed_over:
                self._restart(lambda: None, original)

        return clear_traces

    def _restart(self, start: Callable[[], None], stop: Callable[[], None] = _tracemalloc.stop) -> None:
        """Begins to trace anew. What has been counted so far stays counted, though we shall not see it freed."""
        followed = ASIDE.held()
        stop()
        try:
            start()
        except BaseException:
            _tracemalloc.start(FRAMES)
            raise
        finally:
            self._earlier += followed
            ASIDE.begin()

    def _if_handed_over(self, otherwise: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """What the program gets while it does not trace."""

        def around(original: Callable[..., Any]) -> Callable[..., Any]:
            return lambda *args: original(*args) if self._handed_over else otherwise

        return around
