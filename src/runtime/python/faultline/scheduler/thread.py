"""A virtual thread: one of the program's threads, as the scheduler knows it."""

from collections.abc import Callable
from types import CodeType, FrameType
from typing import Literal

State = Literal["ready", "blocked", "done"]
READY: State = "ready"
BLOCKED: State = "blocked"
DONE: State = "done"

MAIN_NAME = "MainThread"


class VirtualThread:
    """A thread that runs on a carrier when the scheduler lets it.

    `number` counts from 0, the main thread, in the order of starting; `ident` is what `threading.get_ident()` gives.
    """

    __slots__ = (
        "body",
        "carrier",
        "daemon",
        "deadline",
        "frame",
        "ident",
        "interruption",
        "killed",
        "name",
        "number",
        "on",
        "position",
        "since",
        "state",
        "timed_out",
        "token",
        "verb",
    )

    def __init__(self, number: int, body: Callable[[], None] | None, *, name: str, daemon: bool) -> None:
        self.number = number
        self.ident = number + 1
        self.name = name
        self.daemon = daemon
        self.body = body
        # The stack it runs on; None until it first runs.
        self.carrier: int | None = None
        self.state: State = READY
        # Orders the ready threads: who became ready, or began to wait for what woke it, first.
        self.since = 0
        # What it waits for, and from where: set while it is blocked.
        self.verb = ""
        self.on: object = None
        self.frame: FrameType | None = None
        # Run-clock seconds at which it stops waiting; None: it would wait for ever.
        self.deadline: float | None = None
        self.timed_out = False
        # Tells its present wait from earlier ones, whose timers may still be about.
        self.token = 0
        # Where it was switched out: the instruction it goes on with.
        self.position: tuple[CodeType, int] | None = None
        # What a signal has it do when it goes on.
        self.interruption: Callable[[], object] | None = None
        # To be unwound: every wait raises `Halt`. Counts how often it has.
        self.killed = 0

    def __repr__(self) -> str:
        return f"<VirtualThread {self.number} {self.name} {self.state}>"
