"""What a browser that cannot suspend Python cannot do with threads, in words, and how a run there ends."""

from types import FrameType
from typing import Any

from ..cpython.frames import own_frame
from ..pristine.halt import HaltReason
from ..pristine.reporters import line_of
from ..report.tracebacks import Frame
from ..scheduler.thread import READY, VirtualThread
from ..source.locate import Locate

_HERE = "This browser cannot suspend Python, so threads run in a simpler way here, which cannot "

_CANNOT_RETURN = (
    _HERE + "go on with {name}: it waits inside a generator, a comprehension or a function that C code called, and "
    "another thread waits in such a place too."
)
TOO_DEEP = _HERE + "let so many threads wait inside generators or functions that C code called."
NOBODY_TO_ASK = _HERE + "stand still and ask who goes on: stepping by hand needs a browser that can."


def unable(words: str, frame: FrameType | None, locate: Locate, name: str = "") -> HaltReason:
    """The reason to end a run that cannot go on faithfully. `frame` is where the thread called `name` stands."""
    own = own_frame(frame, locate)
    message = words.format(name=name)
    if own is None:
        return HaltReason("unable", [message])
    return HaltReason("unable", [message, own.f_code.co_filename, str(own.f_lineno), own.f_code.co_name])


def held_up(threads: list[VirtualThread], locate: Locate) -> HaltReason | None:
    """The reason why nothing can go on, where it is that a thread which could is held below others on the stack."""
    for thread in threads:
        if thread.state is READY:
            return unable(_CANNOT_RETURN, thread.frame, locate, thread.name)
    return None


def as_raised(reason: HaltReason, locate: Locate) -> dict[str, Any]:
    """The ending `raised` for such a reason."""
    message, *where = reason.details
    frames: list[Frame] = []
    if where:
        file, line, function = where
        source = line_of(file, int(line)).strip()
        frames.append(
            {"file": locate(file) or file, "line": int(line), "function": function, "source": source, "own": True}
        )
    error = {"type": "RuntimeError", "message": message, "frames": frames, "absent": None, "inner": []}
    return {"kind": "raised", "error": {**error, "traceback": f"RuntimeError: {message}\n"}}
