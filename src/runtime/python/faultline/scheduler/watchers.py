"""Who is notified what the scheduler's threads do: probes, and the search."""

from collections.abc import Callable

from .thread import VirtualThread

Listener = Callable[[VirtualThread], None]


class Watchers:
    """Lists of callables, in the order they were added. Most runs have none."""

    def __init__(self) -> None:
        self.on_spawn: list[Listener] = []
        # The thread has begun to wait; `verb`, `on` and `frame` say for what.
        self.on_block: list[Listener] = []
        # What it waited for has come, or its time is up (`timed_out`).
        self.on_wake: list[Listener] = []
        # The running thread is switched out at a point.
        self.on_preempt: list[Listener] = []
        # The thread goes on.
        self.on_switch: list[Listener] = []
        # The thread has waited and goes on, without another having run meanwhile.
        self.on_resume: list[Listener] = []
        self.on_end: list[Listener] = []
        # An exception that nobody caught has ended the thread; `on_end` follows.
        self.on_failure: list[Callable[[VirtualThread, BaseException], None]] = []
        # The running thread is about to do, or has done, something to an object: `(what, on)`.
        self.on_operation: list[Callable[[str, object], None]] = []
        self.on_happened: list[Callable[[str, object], None]] = []
