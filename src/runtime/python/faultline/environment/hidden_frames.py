"""Passes over our frames where a program goes through its stack by itself: `inspect.stack()`, `f_back`, `tb_next`.

Our own code asks `real_back` and `real_frame`.
"""

import sys
import warnings
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any

from ..cpython.frames import real_back
from ..cpython.replacements import Replacements
from ..scheduler.scheduler import Scheduler
from ..source.ours import OURS

real_frame = sys._getframe
_real_module: Any = getattr(sys, "_getframemodulename", None)
_real_next: Any = vars(TracebackType)["tb_next"]
_TOO_DEEP = "call stack is not deep enough"


def hide_from_walks(replacements: Replacements, scheduler: Scheduler) -> None:
    """From all that goes from a frame to the one that called it, from one level of a traceback to the next, and from
    what counts levels of calls."""
    replacements.put_in_type(FrameType, "f_back", property(_outer))
    replacements.put_in_type(TracebackType, "tb_next", property(_next, _real_next.__set__))
    replacements.wrap(sys, "_getframe", lambda _usual: _getframe)
    if sys.version_info >= (3, 12):
        replacements.wrap(sys, "_getframemodulename", lambda _usual: _getframemodulename)
    replacements.wrap(sys, "_current_frames", lambda _usual: lambda: frames_of(scheduler))
    replacements.wrap(sys, "_current_exceptions", lambda _usual: lambda: _exceptions_of(scheduler))
    if sys.version_info >= (3, 12):
        replacements.wrap(warnings, "warn", _without_our_levels)


def _is_ours(frame: FrameType) -> bool:
    return frame.f_code.co_filename.startswith(OURS)


def _not_ours(frame: FrameType | None) -> FrameType | None:
    """The frame, or the innermost around it that is not ours."""
    while frame is not None and _is_ours(frame):
        frame = real_back(frame)
    return frame


def _outer(frame: FrameType) -> FrameType | None:
    """Next outer frame object (this frame's caller)."""
    return _not_ours(real_back(frame))


def _next(level: TracebackType) -> TracebackType | None:
    """Next level of the traceback."""
    inner: TracebackType | None = _real_next.__get__(level)
    while inner is not None and _is_ours(inner.tb_frame):
        inner = _real_next.__get__(inner)
    return inner


def _getframe(depth: int = 0, /) -> FrameType:
    frame: FrameType | None = real_frame(1)
    if _is_ours(frame):
        return real_frame(depth + 1)
    for _ in range(depth):
        frame = None if frame is None else _outer(frame)
    if frame is None:
        raise ValueError(_TOO_DEEP)
    return frame


def _getframemodulename(depth: int = 0) -> str | None:
    frame: FrameType | None = real_frame(1)
    if _is_ours(frame):
        return _real_module(depth + 1)
    for _ in range(depth):
        frame = None if frame is None else _outer(frame)
    return None if frame is None else dict[str, Any].get(frame.f_globals, "__name__")


def frames_of(scheduler: Scheduler) -> dict[int, FrameType]:
    """The innermost frame of the running thread and of each that waits."""
    frames: dict[int, FrameType] = {}
    for thread in scheduler.alive:
        frame = _not_ours(real_frame(1) if thread is scheduler.current else thread.frame)
        if frame is not None:
            # Where Python cannot be suspended, what a thread keeps only looks like a frame.
            frames[thread.ident] = getattr(frame, "frame", frame)
    return frames


def _exceptions_of(scheduler: Scheduler) -> dict[int, BaseException | None]:
    """What each thread handles; of those that do not run it is not known."""
    handled = sys.exc_info()[1]
    current = scheduler.current.ident
    return {ident: handled if ident == current else None for ident in frames_of(scheduler)}


def _without_our_levels(usual: Callable[..., None]) -> Callable[..., None]:
    def warn(
        message: Any,
        category: Any = None,
        stacklevel: int = 1,
        source: Any = None,
        *,
        skip_file_prefixes: tuple[str, ...] = (),
    ) -> None:
        # One level is this function. Given files to pass over, CPython itself begins with the caller's caller.
        least = 2 if skip_file_prefixes else 1
        usual(message, category, max(least, stacklevel) + 1, source, skip_file_prefixes=(*skip_file_prefixes, OURS))

    return warn
