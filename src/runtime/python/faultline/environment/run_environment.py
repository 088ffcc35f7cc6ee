"""The setting of a run: everything that is replaced, recorded and followed while a program runs."""

import sys
from collections.abc import Callable
from io import TextIOWrapper
from types import FrameType
from typing import Any

from ..accesses.monitor import Monitor
from ..cpython.aside import ASIDE
from ..cpython.replacements import Replacements
from ..cpython.tool_ids import hide_own_tools
from ..primitives.async_exceptions import install_async_exceptions, names_async_exceptions
from ..primitives.signals import IGNORED, set_heartbeat
from ..pristine.halt import Halt
from ..report.addresses import Addresses
from ..report.recorder import Recorder
from ..report.request import Request
from ..scheduler.clock import Clock, RealClock, VirtualClock
from ..scheduler.machine import Machine
from ..scheduler.outside import BEAT_POINTS, Outside
from ..scheduler.steps import Steps
from ..scheduler.switching import is_switching
from .carrier_mode import CarrierMode
from .coroutine_mode import CoroutineMode, names_a_thread
from .execution_mode import ExecutionMode
from .hidden import hide_our_frames
from .output import no_input, no_keyboard, output_stream
from .parked import PARKED, may_be_parked
from .plan import FREE_THREADED, GIL_POINTS, price_of
from .platform import install_platform
from .program import Program
from .randomness import Chance
from .recursion import clamped
from .scheduler_hooks import Clocks, install
from .sqlite import install_sqlite
from .thread_modules import exit_threads, fresh, install_free_threaded, install_threads


class RunEnvironment:
    """Stands around a program while it runs, and is taken away afterwards."""

    def __init__(self, request: Request, machine: Machine, program: Program) -> None:
        self.program = program
        self._machine = machine
        self.schedule: dict[str, Any] | None = request["schedule"]
        self.model = "" if self.schedule is None else self.schedule["model"]
        fast = request["pace"] == "fast"
        steps = Steps()
        clock: Clock = (
            RealClock(machine.now)
            if self.schedule is None
            else VirtualClock(machine.now, steps.passed, price_of(self.model))
        )
        self._clocks: Clocks = "virtual" if self.schedule else "skipping" if fast else "real"
        self.outside = Outside(machine, clock, skip_waits=fast or request["search"] is not None)
        self._kills_threads = names_async_exceptions(request["program"]["files"].values())
        self.mode = self._execution_mode(request, machine, clock, steps)
        self.scheduler = self.mode.scheduler
        self.scheduler.names.locate = program.locate
        self.scheduler.explain = self.mode.explain
        self.replacements = Replacements()
        self._chance = Chance()
        self.addresses = Addresses(repeat=self.schedule is not None)
        self.monitor: Monitor | None = None
        # A search follows one execution after another, each in its own way.
        if self.schedule is not None and request["search"] is None:
            self.monitor = self.mode.monitor_of_run()
        self._finds_parked = may_be_parked(request)
        self._streams: dict[str, TextIOWrapper] = {}
        # True while a heartbeat may interrupt the program.
        self.running = False

    def put_up(self, write: Callable[[str, str], None], standard_run: Callable[..., object]) -> None:
        """Replaces what has to be replaced. `write(stream, text)` takes what the program prints."""
        self.program.place()
        replacements = self.replacements
        self._streams |= {name: output_stream(name, write) for name in ("stdout", "stderr")}
        for name, stream in {**self._streams, "stdin": no_input()}.items():
            replacements.put(sys, name, stream)
            replacements.put(sys, f"__{name}__", stream)
        replacements.wrap(sys, "setrecursionlimit", clamped)
        replacements.put(sys, "breakpointhook", no_keyboard)
        hide_our_frames(replacements, self.scheduler)
        hide_own_tools(replacements)
        install_threads(replacements, self.scheduler)
        if self.scheduler.most_threads > 1:
            install_platform(replacements)
            if self._kills_threads:
                install_async_exceptions(replacements, self.scheduler)
            install_sqlite(replacements, self.scheduler, self.program.locate)
        install(replacements, self.scheduler, clocks=self._clocks, standard_run=standard_run)
        if self.schedule is not None:
            self._chance.install(replacements)
        if self.model == FREE_THREADED:
            install_free_threaded(replacements)
        # After all that its modules may have copied from others.
        if self._finds_parked:
            PARKED.install(replacements)

    def begin(self, recorder: Recorder | None) -> None:
        """The program begins now. While `recorder` writes, no heartbeat may come between."""
        self.scheduler.clock.restart()
        if self.schedule is not None:
            self._chance.restart()

        def beat(_signal: int, frame: FrameType | None) -> None:
            self._heartbeat(frame, recorder)

        set_heartbeat(beat)
        if self.monitor is not None and self.mode.counts_beats:
            self.outside.counted = True
            self._machine.throttle()
            self.scheduler.count_beats(BEAT_POINTS, lambda: self._counted_beat(recorder))

    def _execution_mode(self, request: Request, machine: Machine, clock: Clock, steps: Steps) -> ExecutionMode:
        program, outside = self.program, self.outside
        # A program that starts no thread runs as it always does.
        if machine.most_threads == 1 and names_a_thread(request["program"]["files"].values()):
            # Without a schedule threads are switched out only where CPython 3.14 does it.
            gil_points = self.schedule is None or self.model == GIL_POINTS
            return CoroutineMode(machine, clock, steps, outside, program, gil_points=gil_points)
        return CarrierMode(machine, clock, steps, outside, program, self.model)

    def run_program(self, raised: Callable[[BaseException], object]) -> None:
        """Runs the program with all of its threads to the end. Raises whatever its main thread raises; `raised` hears
        of it first, before the interpreter waits for the other threads."""
        self.scheduler.run_main(self._run_main, raised)

    def _run_main(self, raised: Callable[[BaseException], object]) -> None:
        try:
            self.program.run()
        except Halt:
            raise
        except BaseException as error:
            raised(error)
            exit_threads(self.scheduler)
            raise
        exit_threads(self.scheduler)

    def again(self) -> None:
        """Makes everything as new for another run of the program in the same interpreter."""
        fresh(self.scheduler)
        self._chance.restart()
        self.addresses.restart()

    def flush(self) -> None:
        """Has the program's streams hand on what they hold."""
        for stream in self._streams.values():
            if not stream.closed:
                stream.flush()

    def take_down(self) -> None:
        """Puts every original back."""
        if self.monitor is not None:
            self.monitor.stop()
        self.replacements.restore()
        self.program.take_away()

    def throttle(self) -> None:
        """No heartbeat interrupts from here on."""
        set_heartbeat(IGNORED)

    def _counted_beat(self, recorder: Recorder | None) -> None:
        # The heartbeat comes when real time wants it, and what it allocates then makes all later objects lie elsewhere.
        self._machine.throttle()
        ASIDE.interrupted()
        for listener in self.outside.on_counted_beat:
            listener()
        self._beat(sys._getframe(), recorder)

    def _heartbeat(self, frame: FrameType | None, recorder: Recorder | None) -> None:
        ASIDE.interrupted()
        # Where every step may switch, much of the time goes by in the midst of a switch, which cannot be left half
        # done.
        if self.schedule is None or not is_switching(frame):
            self._beat(frame, recorder)

    def _beat(self, frame: FrameType | None, recorder: Recorder | None) -> None:
        if not self.running or (recorder is not None and recorder.busy):
            return
        self.scheduler.beat(frame)
        ASIDE.continued()
        # Without a schedule threads take turns at the beat, like the GIL's at its interval; only in code of the
        # program.
        if self.schedule is None and frame is not None and self.program.locate(frame.f_code.co_filename) is not None:
            self.scheduler.take_turns()
