"""A frame as it stood when its thread began to wait: a coroutine that is left forgets who called it."""

from types import CodeType, FrameType
from typing import Any, cast

from ..cpython.frames import outwards
from ..source.locate import Locate


class FrameSnapshot:
    """Looks like a frame to those who look outwards from it."""

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
