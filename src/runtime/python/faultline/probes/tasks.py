"""The tasks probe: what each asyncio task does, from creation to its end."""

import asyncio
import sys
import time
import weakref
from asyncio import base_events, events
from collections.abc import Callable
from types import BuiltinMethodType, MethodType
from typing import Any, NamedTuple

from ..aside import made_by_us
from ..recorder import Place
from ..scheduler.awaiting import awaiting, name_of, suspended_frames
from ..scheduler.clock import VirtualClock
from ..tracebacks import OURS
from .held import HeldLoop
from .in_flight import InFlight
from .stage import Stage

# asyncio.run creates these two by itself after every program; they are not tasks of the learner's.
_HOUSEKEEPING = ("shutdown_asyncgens", "shutdown_default_executor")

# The type of the callback that begins a C task; its wake-ups are ordinary bound methods.
_FIRST_STEP = "TaskStepMethWrapper"

AnyTask = asyncio.Task[Any]


@made_by_us
class _Lane(NamedTuple):
    track: int
    span: int


class TasksProbe:
    """Reports tasks as lanes below `tasks`, loops built, requests in flight and steps that hold the loop.

    Tasks are held weakly: a task that nobody keeps must still be collected, as it would be without us.
    """

    def __init__(self, stage: Stage) -> None:
        self._recorder = stage.recorder
        self._locate = stage.locate
        self._root = stage.recorder.track("tasks")
        self._loops = stage.recorder.track("event loops")
        self._in_flight = InFlight(stage.recorder, time.monotonic)
        self._held = HeldLoop(stage.recorder, stage.scheduler, stage.locate)
        self._lanes: weakref.WeakKeyDictionary[AnyTask, _Lane] = weakref.WeakKeyDictionary()
        replacements = stage.replacements
        replacements.wrap(base_events.BaseEventLoop, "__init__", self._around_new_loop)
        replacements.wrap(base_events.BaseEventLoop, "create_task", self._around_create_task)
        replacements.wrap(base_events.BaseEventLoop, "call_soon", self._around_call_soon)
        replacements.wrap(events.Handle, "_run", self._around_step)
        replacements.wrap(time, "sleep", self._around_sleep)
        if not isinstance(stage.scheduler.clock, VirtualClock):
            # There, what is told must not depend on when in real time a beat comes.
            stage.scheduler.outside.on_beat.append(self._held.beat)

    def finish(self) -> None:
        """Tasks that have not ended stay open: that is what happened."""

    # -- what is wrapped -------------------------------------------------------------------------------------------

    def _around_new_loop(self, original: Callable[..., None]) -> Callable[..., None]:
        def __init__(loop: base_events.BaseEventLoop, *args: Any, **options: Any) -> None:
            original(loop, *args, **options)
            self._recorder.tally(self._loops, 1, self._held.at(sys._getframe(1)))

        return __init__

    def _around_create_task(self, original: Callable[..., AnyTask]) -> Callable[..., AnyTask]:
        def create_task(loop: base_events.BaseEventLoop, *args: Any, **options: Any) -> AnyTask:
            task = original(loop, *args, **options)
            _without_ours(task)
            self._task_created(task)
            return task

        return create_task

    def _around_call_soon(self, original: Callable[..., events.Handle]) -> Callable[..., events.Handle]:
        def call_soon(loop: Any, callback: Any, *args: Any, **options: Any) -> events.Handle:
            task = _stepped_task(callback)
            lane = None if task is None else self._lanes.get(task)
            if task is not None and lane is not None:
                self._in_flight.end(task)
                self._recorder.state(lane.track, "ready")
            handle = original(loop, callback, *args, **options)
            _without_ours(handle)
            return handle

        return call_soon

    def _around_step(self, original: Callable[[events.Handle], None]) -> Callable[[events.Handle], None]:
        def _run(handle: events.Handle) -> None:
            task = _stepped_task(handle._callback)  # type: ignore[attr-defined]
            lane = None if task is None else self._lanes.get(task)
            if task is not None and lane is not None:
                self._in_flight.end(task)
                self._recorder.state(lane.track, "running", None, self._line_of(task))
            self._held.begin(None if lane is None else lane.track)
            try:
                original(handle)
            finally:
                self._held.end()
                if task is not None and lane is not None:
                    self._step_ended(task, lane)

        return _run

    def _around_sleep(self, original: Callable[[float], None]) -> Callable[[float], None]:
        def sleep(seconds: float, /) -> None:
            task = _current_task()
            if task is None:
                original(seconds)
                return
            place = self._held.at(sys._getframe(1))
            lane = self._lanes.get(task)
            if lane is not None:
                self._recorder.state(lane.track, "running", f"time.sleep({seconds})", place)
            self._in_flight.begin(task, None)
            try:
                original(seconds)
            finally:
                self._in_flight.end(task)
                if lane is not None:
                    self._recorder.state(lane.track, "running", None, place)

        return sleep

    # -- what is reported ------------------------------------------------------------------------------------------

    def _task_created(self, task: AnyTask) -> None:
        coroutine = task.get_coro()
        if task in self._lanes or self._is_housekeeping(coroutine):
            return
        place = self._held.at(sys._getframe(2))
        track = self._recorder.track(name_of(task), self._root)
        span = self._recorder.open(track, getattr(coroutine, "__name__", "task"), place)
        lane = self._lanes[task] = _Lane(track, span)
        if task.done() or getattr(task, "_fut_waiter", None) is not None:
            # An eager task factory has already run the first step.
            self._step_ended(task, lane)
        else:
            self._recorder.state(track, "ready")

    def _step_ended(self, task: AnyTask, lane: _Lane) -> None:
        if task.done():
            self._recorder.close(lane.track, lane.span, _outcome(task))
            return
        wait = awaiting(task, self._locate)
        if wait is not None:
            self._recorder.state(lane.track, "waiting", wait.what, wait.place)
            if wait.outside:
                self._in_flight.begin(task, wait.due)

    def _is_housekeeping(self, coroutine: Any) -> bool:
        code = getattr(coroutine, "cr_code", None)
        return code is not None and code.co_name in _HOUSEKEEPING and self._locate(code.co_filename) is None

    def _line_of(self, task: AnyTask) -> Place | None:
        for frame in reversed(suspended_frames(task)):
            file = self._locate(frame.f_code.co_filename)
            if file is not None:
                return Place(file, frame.f_lineno)
        return None


def _stepped_task(callback: Any) -> AnyTask | None:
    """The task whose step or wake-up `callback` is; other bound methods, such as `task.cancel`, are neither."""
    # The type first: reading an attribute of a callable of the program's may run the program's code.
    if type(callback).__name__ != _FIRST_STEP and not isinstance(callback, (MethodType, BuiltinMethodType)):
        return None
    task = callback.__self__
    if not isinstance(task, asyncio.Task):
        return None
    name = getattr(callback, "__name__", "")
    return None if name and hasattr(asyncio.Task, name) else task


def _without_ours(made: Any) -> None:
    """Debug mode keeps where a task or handle was made; what the program prints of it must not be about us."""
    kept = getattr(made, "_source_traceback", None)
    if kept:
        kept[:] = [frame for frame in kept if not frame.filename.startswith(OURS)]


def _current_task() -> AnyTask | None:
    loop = events._get_running_loop()
    return None if loop is None else asyncio.current_task(loop)


def _outcome(task: AnyTask) -> str:
    if task.cancelled():
        return "cancelled"
    # Not task.exception(): that would count as having looked, and silence "exception was never retrieved".
    return "done" if task._exception is None else "failed"  # type: ignore[attr-defined]
