"""What is ours of the memory that `tracemalloc` follows: the program must not be told, or shown, that it holds it.

Whatever of ours allocates and keeps does so inside `with ASIDE`, and by how much memory has grown there is ours. What
probes keep elsewhere is found by the files it was allocated in, now and then, as that means looking at every block.
"""

import struct
from typing import Any, TypeVar

import _tracemalloc

from .ours import OURS

# Blocks that may be looked at one by one: each time, and altogether. A thousand take about a millisecond.
MOST_BLOCKS = 20_000
MOST_LOOKED_AT = 400_000

# What `tracemalloc` itself takes for a block, measured: a little more than six pointers.
BYTES_PER_BLOCK = 6.5 * struct.calcsize("P")

_memory = _tracemalloc.get_traced_memory


class Aside:
    """Knows how many bytes are ours. `tracemalloc` is the interpreter's, so there is one of this as well."""

    def __init__(self) -> None:
        self._depth = 0
        self._looked_at = 0
        self._paused_at = 0
        self.begin()
        self._following = False

    def begin(self) -> None:
        """`tracemalloc` has started, or has forgotten what there was."""
        self._following = True
        self.bytes = 0
        self.blocks = 0
        self._before = 0
        # The program's highest level so far; `tracemalloc`'s own would have ours in it.
        self._peak = 0

    def end(self) -> None:
        """`tracemalloc` has stopped."""
        self._following = False

    def __enter__(self) -> None:
        self._depth += 1
        if self._depth == 1 and self._following:
            self._before, peak = _memory()
            self._peak = max(self._peak, peak - self.bytes)

    def __exit__(self, *_: object) -> None:
        if self._depth > 1:
            self._depth -= 1
            return
        if self._following:
            self.bytes += _memory()[0] - self._before
            _tracemalloc.reset_peak()
        # Not before: a beat that came between would be told a sum that does not hold.
        self._depth = 0

    def collecting(self, phase: str) -> None:
        """The collector begins or stops: what it frees meanwhile is the program's, also where it came in among ours."""
        if self._depth > 0:
            held = _memory()[0]
            self._before += held - self._paused_at if phase == "stop" else 0
            self._paused_at = held

    def memory(self) -> tuple[int, int]:
        """The bytes that the program holds, and the most that it has held: `tracemalloc.get_traced_memory`."""
        with self:
            pass
        current = max(0, _memory()[0] - self.bytes)
        return current, max(current, self._peak)

    def reset_peak(self) -> None:
        """`tracemalloc.reset_peak`."""
        _tracemalloc.reset_peak()
        self._peak = 0

    def look(self) -> None:
        """Looks which blocks are ours, if there are not too many."""
        blocks = blocks_about()
        if self._following and blocks <= MOST_BLOCKS and self._looked_at + blocks <= MOST_LOOKED_AT:
            self._looked_at += blocks
            held = _memory()[0]
            self.known(_tracemalloc._get_traces(), held)

    def known(self, traces: "list[Trace]", held: int) -> None:
        """All blocks, just looked at, and how many bytes were held before they were."""
        sizes = [size for _domain, size, frames, _depth in traces if is_ours(frames)]
        self.bytes, self.blocks = sum(sizes), len(sizes)
        self._before = held


# A place where a block was allocated: file names and lines, the innermost first.
Frames = tuple[tuple[str, int], ...]
Trace = tuple[int, int, Frames, int]


def is_ours(frames: Frames) -> bool:
    """Whether a block was allocated by us, and not by what the program called."""
    return frames[0][0].startswith(OURS)


Class = TypeVar("Class", bound=type)


def made_by_us(named_tuple: Class) -> Class:
    """Has named tuples count as ours. What makes them is compiled from a string, as for those of the program."""
    maker: Any = named_tuple.__new__
    maker.__code__ = maker.__code__.replace(co_filename=__file__)
    return named_tuple


def blocks_about() -> int:
    """About how many blocks there are."""
    return int(_tracemalloc.get_tracemalloc_memory() / BYTES_PER_BLOCK)


ASIDE = Aside()
