"""The steps of tasks: asked for, begun, over. There is nothing that a program with tasks does more often."""

from asyncio import events
from collections.abc import Callable
from typing import Any

from ...report.recorder import STATE
from ...scheduler.awaiting import suspended_in
from ...source.class_of import class_of
from ..stage import Stage
from .held import HeldLoop, Step
from .in_flight import InFlight
from .lanes import AnyTask, Lane, TaskLanes
from .steps import is_step_in_c, stepped_task, without_ours


class Stepping:
    """Reports when tasks become ready, and when they run."""

    def __init__(
        self,
        stage: Stage,
        lanes: TaskLanes,
        in_flight: InFlight,
        held: HeldLoop,
        lane_of: Callable[[AnyTask], Lane | None],
        step_ended: Callable[[AnyTask, Lane], None],
    ) -> None:
        self._recorder = stage.recorder
        self._clock = stage.scheduler.clock
        self._outside = stage.scheduler.outside
        self._locate = stage.locate
        self._lanes = lanes
        self._alive = lanes.alive
        self._in_flight = in_flight
        self._held = held
        self._lane_of = lane_of
        self._step_ended = step_ended
        # The type of callbacks that are steps of tasks in C, once one has been seen.
        self.step_in_c: type[object] | None = None
        # Numbers of what is reported, once it has been.
        self._ready = self._running = -1
        self._files: dict[str, int] = {}

    def asked_for(self, args: tuple[Any, ...], options: dict[str, Any]) -> None:
        """`call_soon(callback, *args, context=None)`: a callback is to be called, which may be a step of a task."""
        # The loop comes first. Whoever gives the callback by its name gives nothing behind it.
        callback: Any = args[1] if len(args) > 1 else options.get("callback")
        if class_of(callback) is self.step_in_c:
            task = callback.__self__
            step = self._held.latest()
            if step is not None and step.task is task and step.lane is not None:
                # It asks for its next step, which is the last thing that it does in this one.
                step.asked_again = True
                step.moment = self._report_ready(step.lane)
                return
        else:
            task = stepped_task(callback)
            if task is None:
                return
        lane = self._alive.get(id(task)) or self._lanes.of(task)
        if lane is not None:
            self._report_ready(lane)

    def _report_ready(self, lane: Lane) -> float | None:
        """The task of an open lane is ready. The moment of that, if the clock has been read for it."""
        if lane.closed:
            return None
        track, recorder = lane.track, self._recorder
        self._in_flight.end(track)
        if self._ready < 0:
            self._ready = recorder.number("ready")
        if not recorder.draws(track):
            recorder.leave_out_state(track, self._ready, -1, -1, -1)
            return None
        recorder.put(STATE, track, -1, -1, self._ready, -1)
        return self._clock.latest

    def handed_out(self, _begun: None, handle: events.Handle | None) -> None:
        """The callback has been given to the loop."""
        if handle is not None and handle._source_traceback:
            without_ours(handle)

    def begins(self, args: tuple[events.Handle], _options: dict[str, Any]) -> Step:
        """`Handle._run()`: the callback is called."""
        # Whoever calls it with something else hears of it from asyncio.
        callback: Any = getattr(args[0], "_callback", None) if args else None
        task = callback.__self__ if class_of(callback) is self.step_in_c else self._stepped(callback)
        lane = None if task is None else self._alive.get(id(task)) or self._lane_of(task)
        if task is None or lane is None or lane.closed:
            step = Step(None, None, self._clock.now() - self._outside.polling)
            self._held.begin(step)
            return step
        track, recorder = lane.track, self._recorder
        self._in_flight.end(track)
        file = line = -1
        frame, _ = suspended_in(task, self._locate)
        if frame is not None:
            file = self._files.get(frame.f_code.co_filename, -1)
            if file < 0:
                file = self._number(frame.f_code.co_filename)
            line = frame.f_lineno or 0
        if self._running < 0:
            self._running = recorder.number("running")
        if recorder.draws(track):
            recorder.put(STATE, track, file, line, self._running, -1)
            began = self._clock.latest
        else:
            recorder.leave_out_state(track, self._running, -1, file, line)
            began = self._clock.now()
        step = Step(task, lane, began - self._outside.polling)
        self._held.begin(step)
        return step

    def ends(self, step: Step, _result: None) -> None:
        """The callback has returned, or raised."""
        self._held.end(step)
        if step.task is not None and step.lane is not None and not step.asked_again:
            self._step_ended(step.task, step.lane)

    def _stepped(self, callback: Any) -> AnyTask | None:
        task = stepped_task(callback)
        if task is not None and is_step_in_c(callback):
            self.step_in_c = class_of(callback)
        return task

    def _number(self, path: str) -> int:
        number = self._files[path] = self._recorder.number_of_path(self._locate(path) or "")
        return number
