"""What a browser that cannot suspend Python cannot do with threads, and how a run there ends."""

from collections.abc import Sequence
from types import FrameType
from typing import Any

from ..cpython.frames import own_frame
from ..pristine.halt import Halt, HaltReason
from ..pristine.reporters import line_of
from ..report.fact import Fact
from ..report.facts import cannot_return, nobody_to_ask
from ..report.tracebacks import Frame
from ..scheduler.scheduler import Scheduler
from ..scheduler.strategies.manual import Stride
from ..scheduler.thread import READY, VirtualThread
from ..source.locate import Locate


def unable(why: Fact, frame: FrameType | None, locate: Locate) -> HaltReason:
    """The reason to end a run that cannot go on faithfully. `frame` is where the thread stands."""
    own = own_frame(frame, locate)
    if own is None:
        return HaltReason("unable", [why])
    return HaltReason("unable", [why, own.f_code.co_filename, str(own.f_lineno), own.f_code.co_name])


def held_up(threads: list[VirtualThread], locate: Locate) -> HaltReason | None:
    """The reason why nothing can go on, where it is that a thread which could is held below others on the stack."""
    for thread in threads:
        if thread.state is READY:
            return unable(cannot_return(thread.name), thread.frame, locate)
    return None


class Unasked:
    """Stands where `Questions` would, and ends the run at the first question: to wait for the answer, Python would have
    to stand still."""

    def __init__(self, scheduler: Scheduler, locate: Locate) -> None:
        self._scheduler = scheduler
        self._locate = locate

    def ask(self, _step: int, current: VirtualThread | None, _ready: Sequence[VirtualThread]) -> tuple[int, Stride]:
        """Raises `Halt`."""
        frame = None if current is None else current.frame
        self._scheduler.outside.halt(unable(nobody_to_ask(), frame, self._locate))
        raise Halt

    def crossed(self, _thread: VirtualThread, _stride: Stride) -> bool:
        """Every point is one to ask at."""
        return True


def as_ending(reason: HaltReason, locate: Locate) -> dict[str, Any]:
    """The ending `unable` for such a reason."""
    why, *where = reason.details
    frames: list[Frame] = []
    if where:
        file, line, function = where
        source = line_of(file, int(line)).strip()
        frames.append(
            {"file": locate(file) or file, "line": int(line), "function": function, "source": source, "own": True}
        )
    return {"kind": "unable", "why": why, "frames": frames}
