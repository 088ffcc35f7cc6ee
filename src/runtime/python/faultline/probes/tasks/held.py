"""Steps that hold the event loop: callbacks during which nothing else could run for more than 100 ms."""

from collections.abc import Callable
from types import FrameType

from ...cpython.frames import real_back
from ...report.facts import loop_held
from ...report.recorder import Place, Recorder
from ...scheduler.scheduler import Scheduler
from ...source.locate import Locate
from .lanes import AnyTask, Lane

# asyncio's own default for `loop.slow_callback_duration`, in seconds.
LONG = 0.1

MARK = loop_held()


class Step:
    """One callback while the loop runs it; `task` and `lane` are there where it is a step of a task."""

    # Where it was held, and whether that is known though not reported yet.
    place: Place | None = None
    placed = False
    reported = False
    # Whether its task has asked for its next step: with that, a step in C is over. At which moment, if that is known.
    asked_again = False
    moment: float | None = None

    def __init__(self, task: AnyTask | None, lane: Lane | None, began: float) -> None:
        self.task = task
        self.lane = lane
        self.began = began


class HeldLoop:
    """Reports each long step once: as soon as a heartbeat sees it, or at its end."""

    def __init__(self, recorder: Recorder, scheduler: Scheduler, locate: Locate) -> None:
        self._recorder = recorder
        self._track = recorder.track("loop held")
        self._scheduler = scheduler
        self._locate = locate
        # Those that have begun, the latest last, but for the one that native code follows.
        self.steps: list[Step] = []
        # Has that one put here.
        self.take_over: Callable[[], None] = lambda: None

    def begin(self, step: Step) -> None:
        """A callback is called."""
        self.take_over()
        self.steps.append(step)

    def latest(self) -> Step | None:
        """The step that has begun last, of those that go on."""
        self.take_over()
        return self.steps[-1] if self.steps else None

    def end(self, step: Step) -> None:
        """The callback has returned."""
        if self.steps[-1] is step:
            self.steps.pop()
        else:
            # Another thread has a loop of its own, with a step that goes on.
            self.steps.remove(step)
        moment = self._scheduler.clock.now() if step.moment is None else step.moment
        if moment - self._scheduler.outside.polling - step.began > LONG:
            self._report(step)

    def at(self, frame: FrameType | None) -> Place | None:
        """Notes and returns the line of the program that is running, found from `frame` outwards."""
        while frame is not None:
            file = self._locate(frame.f_code.co_filename)
            if file is not None:
                place = Place(file, frame.f_lineno)
                step = self.latest()
                if step is not None:
                    step.place = place
                return place
            frame = real_back(frame)
        return None

    def waited(self) -> None:
        """A wait is over that nothing else could use: where it was noted is where the loop was held, if that was
        long."""
        step = self.latest()
        if step is not None and self._is_long(step):
            step.placed = True

    def beat(self, frame: FrameType | None) -> None:
        """The program is computing at `frame`."""
        step = self.latest()
        if step is not None:
            if not step.placed:
                self.at(frame)
            if self._is_long(step):
                self._report(step)

    def _is_long(self, step: Step) -> bool:
        """Seconds that the scheduler polled do not count."""
        return self._scheduler.clock.now() - self._scheduler.outside.polling - step.began > LONG

    def _report(self, step: Step) -> None:
        if step.reported:
            return
        step.reported = True
        self._recorder.mark(self._track if step.lane is None else step.lane.track, MARK, "bad", step.place)
        self._recorder.tally(self._track, 1, step.place)
