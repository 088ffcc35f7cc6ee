"""One run from its request to its ending: sets the stage, runs the program, clears up."""

import atexit
from collections.abc import Callable
from typing import Any

from . import tracebacks
from .check import Check
from .exits import exited, halted, leave_tracing, show
from .fallback.unasked import Unasked
from .loaded import LOADED
from .plan import strategy_of
from .probes import PROBES
from .probes.stage import Probe, Stage
from .program import FOLDER, Program
from .recorder import Recorder
from .records import Send
from .request import End, Request
from .scheduled import of_run
from .scheduler.halt import Halt, HaltReason
from .scheduler.machine import Machine
from .setting import Setting
from .stepping.questions import Questions

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
        self._program = Program(request["program"]["files"], request["program"]["entry"], folder)
        self._setting = Setting(request, machine, self._program)
        self._outside = self._setting.outside
        self._scheduler = self._setting.scheduler
        self._check = Check.of(self._setting.schedule)
        clock = self._scheduler.clock
        self._recorder = Recorder(
            lambda: clock.micros() if self._end is None else self._end[0],
            send,
            most_events=self._limits["events"],
            most_chars=self._limits["outputChars"],
            full=lambda cap: self._outside.halt(HaltReason(cap)),
            told=self._setting.addresses.told,
        )
        self._probes: list[Probe] = []
        self._output_track = -1
        self._prompt_prints = PROMPT_PRINTS
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
        setting = self._setting
        try:
            # A heartbeat may raise `Halt` from here on, and not a step later than the program's end.
            setting.running = True
            ending = self._run_program()
            self._end = self._end or self._times()
            self._wind_down()
        except Halt:
            setting.running = False
        finally:
            setting.running = False
            time, wall = self._end = self._end or self._times()
            self._tear_down()
            # The last words of probes are part of the run; on a clock that stands still they take a microsecond each.
            time = max(time, self._recorder.last_time)
        if self._outside.halted is not None:
            ending = halted(self._outside.halted, self._limits, self._program.locate)
        ending = setting.addresses.told_in(ending)
        scheduled = None if setting.schedule is None else of_run(self._scheduler, self._check.made, setting.fallback)
        return {"ending": ending, "time": time, "wall": wall, "scheduled": scheduled}

    def _set_up(self) -> None:
        setting = self._setting
        setting.put_up(self._print, self._standard_run)
        self._outside.before_pause.append(self._flush)
        self._outside.on_beat.append(lambda _frame: self._flush())
        self._outside.before_halt.append(setting.flush)
        self._output_track = self._recorder.track("output")
        program = self._program
        stage = Stage(
            self._recorder,
            setting.replacements,
            self._scheduler,
            program.locate,
            setting.monitor,
            program.entry_path,
        )
        self._probes = [PROBES[name](stage) for name in self._probe_names]
        if setting.schedule is not None:
            asked = setting.schedule["strategy"]
            interval: Callable[[], float] = lambda: self._scheduler.switch_interval
            self._scheduler.restart(strategy_of(asked, setting.model, interval, self._questions()))
            setting.again()
        if setting.monitor is not None:
            setting.monitor.start()
        LOADED.set_aside()
        # The clock starts with the program, not with our preparations.
        setting.begin(self._recorder)

    def _questions(self) -> Questions | Unasked:
        monitor = self._setting.monitor
        if monitor is None or self._setting.in_rounds:
            return Unasked(self._scheduler, self._program.locate)
        return Questions(self._scheduler, monitor, self._program.locate)

    def _times(self) -> tuple[int, int]:
        clock, setting = self._scheduler.clock, self._setting
        # No beat between the two looks at the clock.
        interruptible, setting.running = setting.running, False
        micros, wall, setting.running = clock.micros(), clock.wall(), interruptible
        # There may be more events than microseconds; the run does not end before the last of them.
        return max(micros, self._recorder.last_time), int(wall * 1_000_000)

    def _run_program(self) -> dict[str, Any]:
        endings = [{"kind": "finished"}]
        try:
            self._setting.run_program(lambda error: endings.append(self._ended_by(error)))
        except Halt:
            raise
        except BaseException:
            pass
        self._end = self._end or self._times()
        if endings[-1]["kind"] == "finished":
            self._check.make(self._program.names())
        return endings[-1]

    def _ended_by(self, error: BaseException) -> dict[str, Any]:
        """Says what has ended the main thread, as CPython does before it waits for the other threads."""
        if len(self._scheduler.alive) == 1:
            # Saying it takes its time, which is not the program's own.
            self._end = self._times()
        if isinstance(error, SystemExit):
            return exited(error)
        leave_tracing()
        described = tracebacks.describe(error, self._program.locate)
        show(error)
        return {"kind": "raised", "error": described}

    def _wind_down(self) -> None:
        """What the interpreter does at exit, so that its last words are heard: exit functions, then finalisers.

        The run's end is taken before: this is not the program's own time, and the recorder's clock stands still.
        """
        leave_tracing()
        self._outside.exits()
        atexit._run_exitfuncs()
        for look in self._outside.at_end:
            look()
        self._program.finalise()

    def _tear_down(self) -> None:
        self._setting.calm()
        for probe in self._probes:
            probe.finish()
        try:
            self._setting.flush()
        except Halt:
            pass
        self._recorder.catch_up()
        self._recorder.flush()
        self._recorder.stop()
        self._setting.take_down()

    def _print(self, stream: str, text: str) -> None:
        if self._outside.halted is None and not self._scheduler.current.killed:
            self._recorder.print(self._output_track, text, stream)
            if self._prompt_prints > 0:
                self._prompt_prints -= 1
                self._recorder.flush()
        self._scheduler.check()

    def _flush(self) -> None:
        """Sends what there is, at a moment that real time has chosen."""
        if self._setting.schedule is None:
            # Unfinished lines too. With a schedule every run is to print them in the same pieces.
            self._setting.flush()
        self._recorder.flush()
        self._prompt_prints = PROMPT_PRINTS
