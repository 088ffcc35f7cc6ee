"""One run from its request to its ending: sets the stage, runs the program, clears up."""

import atexit
import gc
import operator
import os
import signal
import sys
import threading
from collections.abc import Callable
from io import TextIOWrapper
from types import FrameType
from typing import Any

from . import tracebacks
from .exits import exited, halted, leave_tracing, show
from .output import no_input, no_keyboard, output_stream
from .probes import PROBES
from .probes.stage import Probe, Stage
from .program import FOLDER, Program
from .recorder import Recorder, Send
from .recursion import clamped
from .replacements import Replacements
from .request import End, Request
from .scheduler.clock import Clock
from .scheduler.install import install
from .scheduler.machine import Machine
from .scheduler.scheduler import Halt, HaltReason, Scheduler

# The machine raises this signal some twenty times a second while Python computes.
HEARTBEAT = getattr(signal, "SIGVTALRM", None)

# So many prints between two beats are sent at once: a long call of C code may follow, during which nothing is sent.
# A program that prints more is in a loop, and its beats send what it prints.
PROMPT_PRINTS = 20


class Runner:
    """Carries out one request. A worker serves one run, so nothing is kept for a next one."""

    def __init__(
        self,
        request: Request,
        machine: Machine,
        send: Send,
        standard_run: Callable[..., object],
        folder: str = FOLDER,
    ) -> None:
        self._limits = request["limits"]
        self._probe_names = request["probes"]
        self._standard_run = standard_run
        self._virtual = request["pace"] == "fast"
        self._program = Program(request["program"]["files"], request["program"]["entry"], folder)
        clock = Clock(machine.now)
        self._scheduler = Scheduler(machine, clock, skip_waits=self._virtual)
        self._recorder = Recorder(
            lambda: clock.micros() if self._end is None else self._end[0],
            send,
            most_events=self._limits["events"],
            most_chars=self._limits["outputChars"],
            full=lambda cap: self._scheduler.halt(HaltReason(cap)),
        )
        self._replacements = Replacements()
        self._probes: list[Probe] = []
        self._output_track = -1
        self._streams: dict[str, TextIOWrapper] = {}
        self._prompt_prints = PROMPT_PRINTS
        self._running = False
        self._end: tuple[int, int] | None = None

    def run(self, started: Callable[[], None]) -> End:
        """Runs the program to its ending, calling `started` just before its first line.

        Raises nothing that the program does; what it raises is a fault of ours.
        """
        self._set_up()
        # What is declared so far goes out now: should the program never let us speak again, there are lanes to show.
        self._recorder.flush()
        started()
        ending: dict[str, Any] = {"kind": "stopped"}
        try:
            # A heartbeat may raise `Halt` from here on, and not a step later than the program's end.
            self._running = True
            ending = self._run_program()
            self._end = self._end or self._times()
            self._wind_down()
        except Halt:
            self._running = False
        finally:
            self._running = False
            time, wall = self._end = self._end or self._times()
            self._tear_down()
        if self._scheduler.halted is not None:
            ending = halted(self._scheduler.halted, self._limits)
        return {"ending": ending, "time": time, "wall": wall}

    def _set_up(self) -> None:
        self._program.place()
        replacements, scheduler, locate = self._replacements, self._scheduler, self._program.locate
        for name in ("stdout", "stderr"):
            self._streams[name] = output_stream(name, self._print)
        for name, stream in {**self._streams, "stdin": no_input()}.items():
            replacements.put(sys, name, stream)
            replacements.put(sys, f"__{name}__", stream)
        replacements.wrap(sys, "setrecursionlimit", clamped)
        replacements.put(sys, "breakpointhook", no_keyboard)
        replacements.put(os, "_exit", self._exit_at_once)
        install(replacements, scheduler, locate, virtual=self._virtual, standard_run=self._standard_run)
        scheduler.before_pause.append(self._flush)
        scheduler.on_beat.append(lambda _frame: self._flush())
        # The clock starts with the program, not with our preparations.
        scheduler.clock.restart()
        self._output_track = self._recorder.track("output")
        stage = Stage(self._recorder, replacements, scheduler, locate)
        self._probes = [PROBES[name](stage) for name in self._probe_names]
        if HEARTBEAT is not None:
            signal.signal(HEARTBEAT, self._beat)

    def _times(self) -> tuple[int, int]:
        clock = self._scheduler.clock
        wall = clock.wall()
        return int((wall + clock.skipped) * 1_000_000), int(wall * 1_000_000)

    def _run_program(self) -> dict[str, Any]:
        try:
            self._program.run()
            threading._shutdown()  # type: ignore[attr-defined]
        except Halt:
            raise
        except SystemExit as exit:
            self._end = self._times()
            return exited(exit)
        except BaseException as error:
            self._end = self._times()
            leave_tracing()
            described = tracebacks.describe(error, self._program.locate)
            show(error)
            return {"kind": "raised", "error": described}
        return {"kind": "finished"}

    def _wind_down(self) -> None:
        """What the interpreter does at exit, so that its last words are heard: exit functions, then finalisers.

        The run's end is taken before: this is not the program's own time, and the recorder's clock stands still.
        """
        leave_tracing()
        atexit._run_exitfuncs()
        self._program.forget()
        gc.collect()

    def _tear_down(self) -> None:
        if HEARTBEAT is not None:
            signal.signal(HEARTBEAT, signal.SIG_IGN)
        for probe in self._probes:
            probe.finish()
        try:
            self._flush()
        except Halt:
            self._recorder.flush()
        self._recorder.stop()
        self._replacements.restore()

    def _print(self, stream: str, text: str) -> None:
        if self._scheduler.halted is None:
            self._recorder.print(self._output_track, text, stream)
            if self._prompt_prints > 0:
                self._prompt_prints -= 1
                self._recorder.flush()
        self._scheduler.check()

    def _flush(self) -> None:
        for stream in self._streams.values():
            if not stream.closed:
                stream.flush()
        self._recorder.flush()
        self._prompt_prints = PROMPT_PRINTS

    def _exit_at_once(self, status: int) -> None:
        """`os._exit`: no finally, no exit functions, nothing more."""
        self._scheduler.halt(HaltReason("exited", status=operator.index(status)))
        self._scheduler.check()

    def _beat(self, _signal: int, frame: FrameType | None) -> None:
        if self._running and not self._recorder.busy:
            self._scheduler.beat(frame)
