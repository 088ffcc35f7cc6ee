"""The threads probe: what each thread does, who holds which lock, and what they do to what they share."""

import sys
from collections.abc import Callable
from types import FrameType

from ...cpython.frames import own_frame
from ...report.recorder import STATE, Place, Recorder
from ...scheduler.thread import BLOCKED, READY, VirtualThread
from ...scheduler.waits import wait_of
from ..stage import Stage
from .locks import Locks
from .shared import Shared


class _Tracks(dict[VirtualThread, int]):
    """The lane of each thread; that of the main thread is made when somebody first asks. Asked at every event."""

    def __init__(self, make: Callable[[VirtualThread], int]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, thread: VirtualThread) -> int:
        return self._make(thread)


class ThreadsProbe:
    """Reports threads as lanes below `threads`, locks below `locks`, and what threads share below `shared`."""

    def __init__(self, stage: Stage) -> None:
        self._recorder: Recorder = stage.recorder
        self._scheduler = stage.scheduler
        self._locate = stage.locate
        self._root = stage.recorder.track("threads")
        self._switches = stage.recorder.track("switches")
        self._preemptions = stage.recorder.track("preemptions")
        self._tracks = _Tracks(self._declare)
        self._spans: dict[VirtualThread, int] = {}
        self._failures: set[VirtualThread] = set()
        # By the address of an instruction: the monitor keeps the code that it follows.
        self._places: dict[int, tuple[int, int]] = {}
        number = stage.recorder.number
        self._running, self._ready, self._switched_out = number("running"), number("ready"), number("switched out")
        watchers = stage.scheduler.watchers
        watchers.on_spawn.append(self._spawned)
        watchers.on_block.append(self._blocked)
        watchers.on_wake.append(self._woken)
        watchers.on_preempt.append(self._preempted)
        watchers.on_switch.append(self._switched)
        watchers.on_resume.append(self._resumed)
        watchers.on_end.append(self._ended)
        watchers.on_failure.append(self._failed)
        self._locks = Locks(stage)
        self._monitor = stage.monitor
        self._shared = None if stage.monitor is None else Shared(stage, self._tracks, stage.monitor.steps)
        if stage.monitor is not None and self._shared is not None:
            stage.monitor.watch(self._shared.prepare)
            stage.scheduler.outside.at_end.append(self._let_go)

    def _let_go(self) -> None:
        """Lets go of the containers and of the modules that are watched: what is left is about to be freed."""
        if self._shared is not None and self._monitor is not None:
            self._monitor.watch_no_more()
            self._shared.let_go()

    def finish(self) -> None:
        """The main thread has come to its end, or the run has. Threads that still wait stay open."""
        self._end_turn()
        # What is still to be said of a lane comes before its end.
        self._recorder.catch_up()
        scheduler = self._scheduler
        if scheduler.main in self._spans and scheduler.outside.halted is None:
            self._recorder.close(self._tracks[scheduler.main], self._spans[scheduler.main], "done")

    def _declare(self, thread: VirtualThread) -> int:
        track = self._tracks[thread] = self._recorder.track(thread.name, self._root)
        self._spans[thread] = self._recorder.open(track, _target(thread), self._here())
        if thread is self._scheduler.main:
            self._recorder.state(track, "running", None, self._here())
        return track

    def _spawned(self, thread: VirtualThread) -> None:
        # Whoever starts a thread has a lane above it.
        self._tracks[self._scheduler.current]
        self._recorder.state(self._tracks[thread], "ready", "started")

    def _blocked(self, thread: VirtualThread) -> None:
        self._end_turn()
        if self._draws(thread):
            self._say_waiting(thread)
        self._locks.waits(thread)

    def _say_waiting(self, thread: VirtualThread) -> None:
        wait = wait_of(thread, self._locate, self._scheduler.names)
        self._recorder.write_state(self._tracks[thread], "waiting", wait.what, wait.place)

    def _woken(self, thread: VirtualThread) -> None:
        if self._draws(thread):
            detail = "time is up" if thread.timed_out else "woken"
            self._recorder.write_state(self._tracks[thread], "ready", detail)
        self._locks.waits_no_more(thread)

    def _preempted(self, thread: VirtualThread) -> None:
        self._end_turn()
        if self._draws(thread):
            self._say(thread, self._ready, self._switched_out)
        self._recorder.tally(self._preemptions)

    def _switched(self, thread: VirtualThread) -> None:
        self._resumed(thread)
        self._recorder.tally(self._switches)

    def _resumed(self, thread: VirtualThread) -> None:
        if self._draws(thread):
            self._say(thread, self._running, -1)

    def _say(self, thread: VirtualThread, state: int, detail: int) -> None:
        file, line = self._position(thread)
        self._recorder.put(STATE, self._tracks[thread], file, line, state, detail)

    def _draws(self, thread: VirtualThread) -> bool:
        """Whether what a thread does now is reported; if not, it is counted, the thread's state later."""
        track = self._tracks[thread]
        draws = self._recorder.draws(track)
        if not draws:
            self._recorder.leave_out(track, lambda: self._say_how_it_stands(thread))
        return draws

    def _say_how_it_stands(self, thread: VirtualThread) -> None:
        if thread.state is BLOCKED:
            self._say_waiting(thread)
        elif thread.state is READY:
            self._say(thread, self._running if thread is self._scheduler.current else self._ready, -1)

    def _end_turn(self) -> None:
        if self._shared is not None:
            self._shared.end_turn()

    def _ended(self, thread: VirtualThread) -> None:
        self._end_turn()
        outcome = "failed" if thread in self._failures else "done"
        self._recorder.close(self._tracks[thread], self._spans[thread], outcome)

    def _failed(self, thread: VirtualThread, _error: BaseException) -> None:
        self._failures.add(thread)

    def _position(self, thread: VirtualThread) -> tuple[int, int]:
        """The line with which a thread goes on, as the recorder takes it: the number of its file, and the line."""
        if thread.frame is not None:
            return self._numbered(self._at(own_frame(thread.frame, self._locate)))
        if thread.position is None:
            return self._numbered(self._here() if thread is self._scheduler.current else None)
        code, offset = thread.position
        place = self._places.get(id(code) + offset)
        if place is None:
            file = self._locate(code.co_filename)
            line = next((line for start, end, line in code.co_lines() if start <= offset < end), None)
            place = self._numbered(None if file is None or line is None else Place(file, line))
            self._places[id(code) + offset] = place
        return place

    def _numbered(self, place: Place | None) -> tuple[int, int]:
        return (-1, -1) if place is None else (self._recorder.number_of_path(place.file), place.line or 0)

    def _here(self) -> Place | None:
        return self._at(own_frame(sys._getframe(1), self._locate))

    def _at(self, frame: FrameType | None) -> Place | None:
        if frame is None:
            return None
        return Place(self._locate(frame.f_code.co_filename) or "", frame.f_lineno)


def _target(thread: VirtualThread) -> str:
    """What a thread runs: `threading` names a thread after its function unless the program does."""
    if thread.number == 0:
        return "main"
    name = thread.name
    begin = name.find("(") + 1
    return name[begin:-1] if begin > 0 and name.endswith(")") and begin < len(name) - 1 else name
