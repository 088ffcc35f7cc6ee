"""Steps that hold the event loop: callbacks during which nothing else could run for more than 100 ms."""

from types import FrameType

from ...cpython.frames import real_back
from ...report.facts import loop_held
from ...report.recorder import Place, Recorder
from ...scheduler.scheduler import Scheduler
from ...source.locate import Locate

# asyncio's own default for `loop.slow_callback_duration`, in seconds.
LONG = 0.1

MARK = loop_held()


class Step:
    """One callback while the loop runs it."""

    def __init__(self, track: int | None, began: float) -> None:
        self.track = track
        self.began = began
        self.place: Place | None = None
        # Whether it is known where it was held, though that is not reported yet.
        self.placed = False
        self.reported = False


class HeldLoop:
    """Reports each long step once: as soon as a heartbeat sees it, or at its end."""

    def __init__(self, recorder: Recorder, scheduler: Scheduler, locate: Locate) -> None:
        self._recorder = recorder
        self._track = recorder.track("loop held")
        self._scheduler = scheduler
        self._locate = locate
        self._steps: list[Step] = []

    def begin(self, track: int | None) -> None:
        """A callback begins; `track` is its task's lane, if it has one."""
        self._steps.append(Step(track, self._now()))

    def end(self) -> None:
        """The callback has returned."""
        self._report(self._steps.pop())

    def at(self, frame: FrameType | None) -> Place | None:
        """Notes and returns the line of the program that is running, found from `frame` outwards."""
        while frame is not None:
            file = self._locate(frame.f_code.co_filename)
            if file is not None:
                place = Place(file, frame.f_lineno)
                if self._steps:
                    self._steps[-1].place = place
                return place
            frame = real_back(frame)
        return None

    def waited(self) -> None:
        """A wait is over that nothing else could use: where it was noted is where the loop was held, if that was
        long."""
        if self._steps and self._is_long(self._steps[-1]):
            self._steps[-1].placed = True

    def beat(self, frame: FrameType | None) -> None:
        """The program is computing at `frame`."""
        if self._steps:
            if not self._steps[-1].placed:
                self.at(frame)
            self._report(self._steps[-1])

    def _now(self) -> float:
        """Run-clock seconds without those that the scheduler polled."""
        return self._scheduler.clock.now() - self._scheduler.outside.polling

    def _is_long(self, step: Step) -> bool:
        return self._now() - step.began > LONG

    def _report(self, step: Step) -> None:
        if step.reported or not self._is_long(step):
            return
        step.reported = True
        self._recorder.mark(self._track if step.track is None else step.track, MARK, "bad", step.place)
        self._recorder.tally(self._track, 1, step.place)
