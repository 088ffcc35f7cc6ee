"""Frames of the program among those of the library and of ours."""

from collections.abc import Iterator
from types import FrameType
from typing import Any

from ..source.locate import Locate

# The frame's caller as it is, also while a program is shown none of our frames; for real frames only.
BACK: Any = vars(FrameType)["f_back"].__get__


def real_back(frame: FrameType) -> FrameType | None:
    """The caller of a frame, ours too; what only looks like a frame knows it by itself."""
    back: FrameType | None = BACK(frame) if type(frame) is FrameType else frame.f_back
    return back


def outwards(frame: FrameType | None) -> Iterator[FrameType]:
    """`frame`, its caller, its caller's caller, and so on."""
    while frame is not None:
        yield frame
        frame = real_back(frame)


def own_frame(frame: FrameType | None, locate: Locate) -> FrameType | None:
    """The innermost frame of the program's own code, from `frame` outwards."""
    return next((one for one in outwards(frame) if locate(one.f_code.co_filename)), None)
