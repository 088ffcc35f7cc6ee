"""Hides our frames from programs that show their own stack: CPython's locks and queues are C, and have no frames."""

import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from types import FrameType
from typing import Any

from ..cpython.hidden_memory import hide_our_memory
from ..cpython.loaded import LOADED
from ..cpython.replacements import Replacements
from ..scheduler.scheduler import Scheduler
from ..source.ours import OURS
from .hidden_frames import hide_from_walks

Tracer = Callable[[FrameType, str, Any], Any]


def hide_our_frames(replacements: Replacements, scheduler: Scheduler) -> None:
    """From all that `traceback`, `tracemalloc` and `gc` show, from trace and profile functions, and from who walks by
    hand."""
    hide_from_walks(replacements, scheduler)
    _hide_from_tracebacks(replacements)
    hide_our_memory(replacements)
    LOADED.install(replacements)
    for kind in ("trace", "profile"):
        _hide_from_tracer(replacements, f"set{kind}", f"get{kind}")


def _hide_from_tracebacks(replacements: Replacements) -> None:
    # What all of the module's functions read frames with.
    name = "_extract_from_extended_frame_gen"
    usual: Any = vars(traceback.StackSummary)[name]

    def extract(cls: type, frames: Iterable[Any], **options: Any) -> Any:
        return usual.__get__(None, cls)(_not_ours(frames), **options)

    replacements.put(traceback.StackSummary, name, classmethod(extract))


def _not_ours(frames: Iterable[Any]) -> Iterator[Any]:
    return (one for one in frames if not one[0].f_code.co_filename.startswith(OURS))


class _Hidden:
    """A trace or profile function that is not called for our code."""

    __slots__ = ("function",)

    def __init__(self, function: Tracer) -> None:
        self.function = function

    def __call__(self, frame: FrameType, event: str, arg: Any) -> Any:
        return None if frame.f_code.co_filename.startswith(OURS) else self.function(frame, event, arg)


def _hide_from_tracer(replacements: Replacements, setter: str, getter: str) -> None:
    usual_set, usual_get = getattr(sys, setter), getattr(sys, getter)

    def set_tracer(function: Tracer | None, /) -> None:
        usual_set(None if function is None else _Hidden(function))

    def get_tracer() -> Tracer | None:
        tracer = usual_get()
        return tracer.function if type(tracer) is _Hidden else tracer

    replacements.wrap(sys, setter, lambda _usual: set_tracer)
    replacements.wrap(sys, getter, lambda _usual: get_tracer)
