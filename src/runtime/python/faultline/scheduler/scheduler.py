"""The scheduler: who waits until when, and how a run is brought to an early end."""

from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType
from typing import Literal

from .clock import Clock
from .machine import Machine

# How often, in real seconds, the outside may be heard while the program computes.
BREATH = 0.05


@dataclass
class HaltReason:
    """Why a run is ended before its program is. `details` are lines for the reader."""

    kind: Literal["stopped", "stuck", "events", "output", "text", "exited"]
    details: list[str] = field(default_factory=list)
    status: int = 0


class Halt(KeyboardInterrupt):
    """Unwinds the program when its run has to end.

    It is a `KeyboardInterrupt` because that is what asyncio lets through at once (`Task.__step` and
    `Handle._run` keep every other exception to themselves), and what a person would have sent by Ctrl+C.
    """


class Scheduler:
    """Runs the learner's program on one virtual thread: every wait of the program ends up in `wait`."""

    def __init__(self, machine: Machine, clock: Clock, *, skip_waits: bool) -> None:
        self._machine = machine
        self._skip_waits = skip_waits
        self._breathed = machine.now()
        self.clock = clock
        self.halted: HaltReason | None = None
        # Seconds that went into breaths: ours, not the program's.
        self.breathing = 0.0
        # Called before control leaves the program for a while, e.g. to send what has been recorded.
        self.before_pause: list[Callable[[], None]] = []
        # Called with the interrupted frame some twenty times a second while the program computes.
        self.on_beat: list[Callable[[FrameType | None], None]] = []

    def wait(self, seconds: float) -> None:
        """Blocks the program for `seconds` of the run clock. Raises `Halt` when the run is to end."""
        self.check()
        if self._skip_waits:
            self.clock.skip(max(0.0, seconds))
            self._breathe_if_due()
        else:
            self._leave()
            self._machine.pause(seconds)
            self._breathed = self._machine.now()
            if self._machine.stop_asked():
                self.halt(HaltReason("stopped"))
        self.check()

    def wait_forever(self, waits: list[str]) -> None:
        """The program waits for something that can never come: ends the run and says who waits for what."""
        self.halt(HaltReason("stuck", waits))
        self.check()

    def beat(self, frame: FrameType | None) -> None:
        """The heartbeat while the program computes. Raises `Halt` when the run is to end."""
        self.check()
        for listener in self.on_beat:
            listener(frame)
        self._breathe_if_due()
        self.check()

    def halt(self, reason: HaltReason) -> None:
        """Asks the run to end. The first reason counts; the program notices at its next wait, beat or print."""
        if self.halted is None:
            self.halted = reason

    def check(self) -> None:
        """Raises `Halt` when the run is to end."""
        if self.halted is not None:
            raise Halt

    def _breathe_if_due(self) -> None:
        if self._machine.now() - self._breathed < BREATH:
            return
        self._leave()
        began = self._machine.now()
        self._machine.breathe()
        self._breathed = self._machine.now()
        self.breathing += self._breathed - began
        if self._machine.stop_asked():
            self.halt(HaltReason("stopped"))

    def _leave(self) -> None:
        for listener in self.before_pause:
            listener()
