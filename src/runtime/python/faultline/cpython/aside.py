"""What is ours of the memory that `tracemalloc` follows: the program must not learn, or be shown, that it holds it.

Whatever of ours allocates and keeps does so inside `with ASIDE`, and by how much memory has grown there is ours. What
probes keep elsewhere is found by the files it was allocated in, now and then, as that means looking at every block.
"""

import _tracemalloc
import struct
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

from ..source.ours import OURS

# Blocks that may be looked at one by one: each time, altogether, and more than that for each second that a run takes. A
# thousand take about a millisecond.
MOST_BLOCKS = 20_000
MOST_LOOKED_AT = 400_000
_MORE_EACH_SECOND = 100_000
# How often a look is taken where beats come into it.
MOST_TRIES = 3

# What `tracemalloc` itself takes for a block, measured: a little more than six pointers.
BYTES_PER_BLOCK = 6.5 * struct.calcsize("P")

_memory = _tracemalloc.get_traced_memory
# Each block: its domain, its size, where it was allocated, and how deep the stack was there.
all_traces: Callable[[], "list[Trace]"] = vars(_tracemalloc)["_get_traces"]
# As they are, also while a program is shown none of our frames.
_frame_at = sys._getframe
_caller_of: Any = vars(FrameType)["f_back"].__get__


class Aside:
    """Knows how many bytes are ours. `tracemalloc` is the interpreter's, so there is one of this as well."""

    def __init__(self) -> None:
        self._depth = 0
        self._looked_at = 0
        self._paused_at = 0
        self._within: FrameType | None = None
        self._beats = 0
        self.begin()
        self._following = False

    def begin(self) -> None:
        """`tracemalloc` has started, or has forgotten what there was."""
        self._following = True
        self.bytes = 0
        self.blocks = 0
        self._before = 0
        # The program's highest level so far, and the one since the last look at the blocks: what of ours that look
        # finds was taken for the program's until then. `tracemalloc`'s own would have all of ours in it.
        self._peak = 0
        self._recent_peak = 0

    def end(self) -> None:
        """`tracemalloc` has stopped."""
        self._following = False

    def __enter__(self) -> None:
        self._depth += 1
        if self._depth == 1 and self._following:
            # It lives on without: a beat must not be the first to make an object of it.
            self._within = _frame_at(1)
            self._before, peak = _memory()
            self._recent_peak = max(self._recent_peak, peak - self.bytes)

    def __exit__(self, *_: object) -> None:
        if self._depth > 1:
            self._depth -= 1
            return
        if self._following:
            self.bytes += _memory()[0] - self._before
            _tracemalloc.reset_peak()
        # Not before: a beat that came between would see a sum that does not hold.
        self._depth = 0
        self._within = None

    def interrupted(self) -> None:
        """A beat has come, perhaps among ours. Who follows it outwards makes objects of frames that live on without."""
        self._beats += 1
        if self._within is None:
            if self._following:
                self._fold_peak()
            return
        held = _memory()[0]
        frame: FrameType | None = self._within
        while frame is not None:
            frame = _caller_of(frame)
        self._before += _memory()[0] - held

    def continued(self) -> None:
        """The program goes on after a beat: what that held for a moment is no peak of the program's."""
        if self._following:
            _tracemalloc.reset_peak()

    def _fold_peak(self) -> None:
        self._recent_peak = max(self._recent_peak, _memory()[1] - self.bytes)

    def collecting(self, phase: str) -> None:
        """The collector begins or stops: what it frees meanwhile is the program's, also where it came in among ours."""
        if self._depth > 0:
            held = _memory()[0]
            self._before += held - self._paused_at if phase == "stop" else 0
            self._paused_at = held

    def held(self) -> int:
        """The bytes that the program holds. While we are at work it holds what it held before."""
        return max(0, (_memory()[0] if self._depth == 0 else self._before) - self.bytes)

    def held_after_look(self, seconds: float) -> tuple[int, bool]:
        """The same after a look at the blocks, and once more where a beat came between. Also whether it is sure: it is
        not where for now enough has been looked at. `seconds`: how long the run has taken."""
        held, is_sure = 0, False
        for _ in range(MOST_TRIES):
            beats = self._beats
            is_sure = self.look(seconds)
            held = self.held()
            if self._beats == beats:
                break
        return held, is_sure

    def memory(self) -> tuple[int, int]:
        """The bytes that the program holds, and the most that it has held."""
        with self:
            pass
        current = self.held()
        return current, max(current, self._peak, self._recent_peak)

    def memory_after_look(self) -> tuple[int, int]:
        """The same after a look at the blocks: `tracemalloc.get_traced_memory`. Once more where a beat came between, as
        what that holds for a moment would be taken for the program's."""
        memory = 0, 0
        for _ in range(MOST_TRIES):
            beats = self._beats
            self.look()
            memory = self.memory()
            if self._beats == beats:
                break
        return memory

    def reset_peak(self) -> None:
        """`tracemalloc.reset_peak`."""
        _tracemalloc.reset_peak()
        self._peak = self._recent_peak = 0

    def look(self, seconds: float = 0.0) -> bool:
        """Looks which blocks are ours, unless there are so many that ours hardly count. False: not now, as enough has
        been looked at for a run that has taken so many `seconds`."""
        blocks = blocks_about()
        if not self._following or blocks > MOST_BLOCKS:
            return True
        if self._looked_at + blocks > MOST_LOOKED_AT + seconds * _MORE_EACH_SECOND:
            return False
        self._looked_at += blocks
        with self:
            moment = self.moment()
            self.known(all_traces(), moment)
        return True

    def moment(self) -> "Moment":
        """To be asked before all blocks are, for `known`."""
        return _memory()[0], self.bytes

    def known(self, traces: "list[Trace]", moment: "Moment") -> None:
        """All blocks as they were after this moment."""
        sizes = [size for _domain, size, frames, _depth in traces if is_ours(frames)]
        held, ours = moment
        # A beat may have come in meanwhile, and some of what was seen may be gone.
        found = sum(sizes) - ours
        self.bytes += found
        self._peak = max(self._peak, self._recent_peak - max(0, found))
        self._recent_peak = 0
        self.blocks = len(sizes)
        self._before = held


# The bytes that were held, and those of them that were known to be ours.
Moment = tuple[int, int]

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
