"""One run from its request to its ending: sets the stage, runs the program, clears up."""

from atexit import _run_exitfuncs
from collections.abc import Callable
from typing import Any

from ..cpython.loaded import LOADED
from ..environment.exits import FINISHED, halted, leave_tracing
from ..environment.plan import strategy_of
from ..environment.program import FOLDER, Program
from ..environment.run_environment import RunEnvironment
from ..pristine.halt import Halt, HaltReason
from ..probes.stage import Stage
from ..probes.watching import Watching
from ..report.faults import AFTERWARDS, Faults, crashed
from ..report.recorder import Recorder
from ..report.records import Send
from ..report.request import End, Request
from ..scheduler.check import Check
from ..scheduler.machine import Machine
from .main_ending import MainEnding
from .schedule_report import of_run

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
        self._machine = machine
        self._standard_run = standard_run
        self._program = Program.asked_for(request, folder)
        self._run_environment = RunEnvironment(request, machine, self._program)
        self._outside = self._run_environment.outside
        self._scheduler = self._run_environment.scheduler
        self._check = Check.of(self._run_environment.schedule)
        self._recorder = Recorder(
            self._scheduler.clock.micros,
            send,
            most_events=self._limits["events"],
            most_chars=self._limits["outputChars"],
            full=lambda cap: self._outside.halt(HaltReason(cap)),
            normalised=self._run_environment.addresses.normalised,
        )
        self._faults = Faults()
        self._watching: Watching | None = None
        self._output_track = -1
        self._prompt_prints = PROMPT_PRINTS
        self._main = MainEnding(self._program.locate, lambda: self._outside.halted is not None)
        self._end: tuple[int, int] | None = None

    def run(self, started: Callable[[], None]) -> End:
        """Runs the program to its ending, calling `started` just before its first line.

        Raises nothing that the program does; what it raises is a fault of ours.
        """
        self._set_up()
        # What is declared so far goes out now: should the program never let us speak again, there are lanes to show.
        self._recorder.flush()
        started()
        run_environment = self._run_environment
        main = self._main
        try:
            try:
                # A heartbeat may raise `Halt` from here on, and not a step later than the program's end.
                run_environment.running = True
                self._run_program()
                self._wind_down()
            finally:
                run_environment.running = False
        except Halt:
            pass
        except BaseException as error:
            self._faults.add(AFTERWARDS, error)
        finally:
            self._machine.release_reserve()
            time, wall = self._ended()
            with self._faults.noted(AFTERWARDS):
                self._tear_down()
            # The last words of probes are part of the run; on a clock that stands still they take a microsecond each.
            time = max(time, self._recorder.last_time)
        ending = main.ending or crashed(RuntimeError("the run came to no ending"))
        if self._outside.halted is not None:
            ending = halted(self._outside.halted, self._limits, self._program.locate)
        ending = {key: run_environment.addresses.normalised_in(item) for key, item in ending.items()}
        scheduled = (
            None
            if run_environment.schedule is None
            else of_run(self._scheduler, self._check.made, run_environment.mode.fact)
        )
        return {"ending": ending, "time": time, "wall": wall, "scheduled": scheduled, "faults": self._faults.reported}

    def rehearse(self) -> tuple[dict[str, Any] | None, list[dict[str, str]]]:
        """Does what a run does until its program has ended; returns how that was, and what of ours has failed."""
        self._set_up()
        self._recorder.flush()
        self._run_program()
        self._recorder.flush()
        return self._main.ending, self._faults.reported

    def _set_up(self) -> None:
        run_environment = self._run_environment
        run_environment.put_up(self._print, self._standard_run)
        self._outside.before_pause.append(self._flush)
        self._outside.on_beat.append(lambda _frame: self._flush())
        self._outside.before_halt.append(run_environment.flush)
        self._output_track = self._recorder.track("output")
        program = self._program
        stage = Stage(
            self._recorder,
            run_environment.replacements,
            self._scheduler,
            program.locate,
            run_environment.monitor,
            program.entry_path,
        )
        self._watching = Watching(self._probe_names, stage, self._faults)
        if run_environment.schedule is not None:
            asked = run_environment.schedule["strategy"]
            interval: Callable[[], float] = lambda: self._scheduler.switch_interval
            questions = run_environment.mode.questions(run_environment.monitor)
            self._scheduler.restart(strategy_of(asked, run_environment.model, interval, questions))
            run_environment.again()
        if run_environment.monitor is not None:
            run_environment.monitor.start()
        LOADED.set_aside()
        # The clock starts with the program, not with our preparations.
        run_environment.begin(self._recorder)

    def _ended(self) -> tuple[int, int]:
        """When the run ended, which is now if it had not. What is reported from then on happens at that moment."""
        if self._end is None:
            self._end = self._times()
            self._recorder.stand_still(self._end[0])
        return self._end

    def _times(self) -> tuple[int, int]:
        clock, run_environment = self._scheduler.clock, self._run_environment
        # No beat between the two looks at the clock.
        interruptible, run_environment.running = run_environment.running, False
        micros, wall, run_environment.running = clock.micros(), clock.wall(), interruptible
        # There may be more events than microseconds; the run does not end before the last of them.
        return max(micros, self._recorder.last_time), int(wall * 1_000_000)

    def _run_program(self) -> None:
        main = self._main
        main.of(self._run_environment.run_program, self._fell)
        self._ended()
        if main.ending is FINISHED:
            self._check.make(self._program.names())

    def _fell(self) -> None:
        """The main thread has raised, and CPython says so before it waits for the other threads."""
        # It may have raised for want of memory, and keep all that it has.
        self._machine.release_reserve()
        if len(self._scheduler.alive) == 1:
            # Saying it takes its time, which is not the program's own.
            self._ended()

    def _wind_down(self) -> None:
        """What the interpreter does at exit, so that its last words are heard: exit functions, then finalisers.

        The run's end is taken before: this is not the program's own time, and the recorder's clock stands still.
        """
        leave_tracing()
        self._outside.exits()
        _run_exitfuncs()
        self._main.flush()
        for look in self._outside.at_end:
            look()
        self._program.finalise()

    def _tear_down(self) -> None:
        self._run_environment.throttle()
        if self._watching is not None:
            self._watching.finish()
        with self._faults.noted(AFTERWARDS):
            self._run_environment.flush()
        self._recorder.catch_up()
        self._recorder.flush()
        self._recorder.stop()
        # The worker serves no other run: what cannot be put back does no harm.
        with self._faults.noted(AFTERWARDS):
            self._run_environment.take_down()

    def _print(self, stream: str, text: str) -> None:
        if self._outside.halted is None and not self._scheduler.current.killed:
            # What ends a program is reported as that, and not as too much output.
            shown = text[: self._recorder.room] if self._main.showing else text
            if shown:
                self._recorder.print(self._output_track, shown, stream)
            if self._prompt_prints > 0:
                self._prompt_prints -= 1
                self._recorder.flush()
        self._scheduler.check()

    def _flush(self) -> None:
        """Sends what there is, at a moment that real time has chosen."""
        if self._run_environment.schedule is None:
            # Unfinished lines too. With a schedule every run is to print them in the same pieces.
            self._run_environment.flush()
        self._recorder.flush()
        self._prompt_prints = PROMPT_PRINTS
