"""The scheduler's dealings with the world outside: real waiting, messages, and the wish to stop."""

from collections.abc import Callable
from types import FrameType

from ..cpython.native_state import NativeState
from ..pristine.halt import HaltReason
from .clock import Clock
from .machine import Machine

# How often, in real seconds, the outside may be heard while the program computes.
POLL_INTERVAL = 0.05
# So many points of a program whose steps are counted make a beat.
BEAT_POINTS = 5_000
# How many skipped waits lie between two polls where they are counted.
_WAITS = 50


class Outside:
    """Lets time pass, and learns whether the run is to end."""

    def __init__(self, machine: Machine, clock: Clock, *, skip_waits: bool) -> None:
        self._machine = machine
        self._clock = clock
        self._skip_waits = skip_waits
        self._polled = machine.now()
        # The host is polled at moments that the program's own steps and waits choose, not real time: what is
        # allocated then lies at the same places in every run.
        self.counted = False
        self._waits = 0
        self.halted: HaltReason | None = None
        # Seconds that went into polling. Native code reads them.
        self.state_of_polling = NativeState(1)
        self._polling = memoryview(self.state_of_polling).cast("d")
        # Seconds that went into rewriting the program's functions, where that is done.
        self.rewriting = 0.0
        # Called before control leaves the program for a while, e.g. to send what has been recorded.
        self.before_pause: list[Callable[[], None]] = []
        # Called before a run is ended that can say what it still has to say: stopped, or stuck.
        self.before_halt: list[Callable[[], None]] = []
        # Called with the interrupted frame some twenty times a second while the program computes.
        self.on_beat: list[Callable[[FrameType | None], None]] = []
        # Called at the beats that are counted, which come at the same steps in every run.
        self.on_counted_beat: list[Callable[[], None]] = []
        # Called when the program has come to its end, and exit functions are still to run.
        self.at_exit: list[Callable[[], None]] = []
        # Called when the program has ended, exit functions included, and before its names are forgotten.
        self.at_end: list[Callable[[], None]] = []

    def idle(self, seconds: float) -> None:
        """Lets `seconds` of the run clock pass, in which no thread can run."""
        if self._skip_waits:
            self._clock.skip(max(0.0, seconds))
            self._waits += 1
            if not self.counted:
                self.poll_host_if_due()
            elif self._waits % _WAITS == 0:
                self.poll_host()
            return
        self.leave()
        self._machine.pause(seconds)
        self._clock.waited(seconds)
        if not self.counted:
            self._polled = self._machine.now()
        self.look()

    def poll_host(self) -> None:
        """Hears the outside now."""
        self.leave()
        self._machine.poll_host()
        self.look()

    def poll_host_if_due(self) -> None:
        """Hears the outside, if it has not been heard for a while."""
        if self._machine.now() - self._polled < POLL_INTERVAL:
            return
        began = self._machine.now()
        self.poll_host()
        self._polled = self._machine.now()
        self._polling[0] += self._polled - began

    @property
    def polling(self) -> float:
        """Seconds that went into polling: ours, not the program's."""
        return self._polling[0]

    def look(self) -> None:
        """Notes whether the person has asked to stop."""
        if self._machine.stop_asked():
            self.halt(HaltReason("stopped"))

    def halt(self, reason: HaltReason) -> None:
        """Asks the run to end. The first reason counts; the program notices at its next wait, beat or print."""
        if self.halted is None and reason.kind in ("stopped", "stuck"):
            for listener in self.before_halt:
                listener()
        if self.halted is None:
            self.halted = reason

    def exits(self) -> None:
        """The program has come to its end. Tells it once."""
        while self.at_exit:
            self.at_exit.pop(0)()

    def leave(self) -> None:
        """Control is about to leave the program."""
        for listener in self.before_pause:
            listener()
