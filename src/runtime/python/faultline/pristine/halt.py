"""How a run is brought to an early end."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass
class HaltReason:
    """Why a run is ended before its program is. `details` are lines for the reader, `cycle` those of a deadlock, `by`
    is what has ended the program at once: `os._exit`, or the name of a signal."""

    kind: Literal["stopped", "stuck", "lanes", "output", "too long", "exited", "unable"]
    details: list[str] = field(default_factory=list[str])
    status: int = 0
    cycle: list[str] = field(default_factory=list[str])
    by: str | None = None


class Halt(KeyboardInterrupt):
    """Unwinds the program when its run has to end.

    It is a `KeyboardInterrupt` because that is what asyncio lets through at once (`Task.__step` and
    `Handle._run` keep every other exception to themselves), and what a person would have sent by Ctrl+C.
    """
