"""The tasks probe: what each asyncio task does, from creation to its end."""

import asyncio
import sys
import time
from asyncio import base_events, events
from collections.abc import Callable
from typing import Any

from ...report.recorder import Place
from ...scheduler.awaiting import awaiting, coroutine_of, name_of, seconds_of
from ...scheduler.clock import VirtualClock
from ..stage import Stage
from .cancelling import UNASKED, Cancelling, Reason
from .held import HeldLoop
from .in_flight import InFlight
from .lanes import AnyTask, Lane, TaskLanes
from .quick_steps import steps_natively
from .stepping import Stepping
from .steps import PyTask, current_task, outcome_of, without_ours

# asyncio.run creates these two by itself after every program; they are not tasks of the learner's.
_HOUSEKEEPING = ("shutdown_asyncgens", "shutdown_default_executor")


class TasksProbe:
    """Reports tasks as lanes below `tasks`, loops built, requests in flight and steps that hold the loop.

    Tasks are held weakly: a task that nobody keeps must still be collected, as it would be without us.
    """

    def __init__(self, stage: Stage) -> None:
        self._recorder = stage.recorder
        self._locate = stage.locate
        self._lanes = TaskLanes(stage.recorder, lambda lane: self._in_flight.forget(lane.track))
        self._loops = stage.recorder.track("event loops")
        self._in_flight = InFlight(stage.recorder, time.monotonic)
        self._held = HeldLoop(stage.recorder, stage.scheduler, stage.locate)
        self._cancelling = Cancelling(stage.locate, current_task)
        self._reasons: dict[int, Reason] = {}
        replacements = stage.replacements
        replacements.wrap(base_events.BaseEventLoop, "__init__", self._around_new_loop)
        for cls in (asyncio.Task, PyTask):
            # Whoever makes a task calls this: loops, factories, groups, or the program itself.
            replacements.wrap(cls, "__init__", self._around_new_task)
            # A task cancels the one that it waits for: of a long chain each has this frame on the stack, and no other.
            replacements.surround(cls, "cancel", self._cancels, self._has_cancelled)
        stepping = Stepping(
            stage,
            self._lanes,
            self._in_flight,
            self._held,
            lambda task: self._lane_of(task),
            lambda task, lane: self._step_ended(task, lane),
        )
        if not steps_natively(stepping, stage, self._lanes, self._in_flight, self._held):
            replacements.surround(base_events.BaseEventLoop, "call_soon", stepping.asked_for, stepping.handed_out)
            replacements.surround(events.Handle, "_run", stepping.begins, stepping.ends)
        replacements.surround(time, "sleep", self._sleeps, self._has_slept)
        if not isinstance(stage.scheduler.clock, VirtualClock):
            # There, what is reported must not depend on when in real time a beat comes.
            stage.scheduler.outside.on_beat.append(self._held.beat)

    def finish(self) -> None:
        """Tasks that have not ended stay open: that is what happened."""

    # -- what is wrapped -------------------------------------------------------------------------------------------

    def _around_new_loop(self, original: Callable[..., None]) -> Callable[..., None]:
        def __init__(loop: base_events.BaseEventLoop, *args: Any, **options: Any) -> None:  # noqa: N807 (it is one)
            original(loop, *args, **options)
            self._recorder.tally(self._loops, 1, self._held.at(sys._getframe(1)))

        return __init__

    def _around_new_task(self, original: Callable[..., None]) -> Callable[..., None]:
        def __init__(task: AnyTask, *args: Any, **options: Any) -> None:  # noqa: N807 (it is one)
            try:
                self._lanes.begins(task)
                original(task, *args, **options)
                without_ours(task)
                self._lane_of(task, args[0] if args else options.get("coro"))
            finally:
                # As below: an eager task has already run.
                del task, args, options

        return __init__

    def _cancels(self, args: tuple[Any, ...], _options: dict[str, Any]) -> tuple[AnyTask, Lane | None, Reason] | None:
        if not args or not issubclass(type(args[0]), (asyncio.Task, PyTask)):
            return None
        task = args[0]
        reason = self._cancelling.reason(task, sys._getframe(1))
        self._cancelling.begins(task)
        return task, self._lanes.of(task), reason

    def _has_cancelled(self, begun: tuple[AnyTask, Lane | None, Reason] | None, asked: bool | None) -> None:
        if begun is None:
            return
        task, lane, reason = begun
        self._cancelling.ends(task)
        if asked and lane is not None:
            self._reasons[lane.track] = reason

    def _sleeps(self, args: tuple[Any, ...], options: dict[str, Any]) -> tuple[Lane, Place | None] | None:
        task = current_task() if len(args) == 1 and not options else None
        if task is None:
            return None
        place = self._held.at(sys._getframe(1))
        lane = self._lane_of(task)
        if lane is None:
            return None
        self._recorder.state(lane.track, "running", f"time.sleep({seconds_of(args[0])})", place)
        self._in_flight.begin(lane.track, None)
        return lane, place

    def _has_slept(self, begun: tuple[Lane, Place | None] | None, _result: None) -> None:
        if begun is None:
            return
        lane, place = begun
        self._held.waited()
        self._in_flight.end(lane.track)
        self._recorder.state(lane.track, "running", None, place)

    # -- what is reported ------------------------------------------------------------------------------------------

    def _lane_of(self, task: AnyTask, made_of: Any = None) -> Lane | None:
        """The task's open lane, which begins when it is first seen: an eager task runs before it is made. One that has
        run to its end has let go of what it was `made_of`."""
        lane = self._lanes.of(task)
        if lane is not None:
            return None if lane.closed else lane
        coroutine = coroutine_of(task) or made_of
        if self._is_housekeeping(coroutine):
            return None
        place = self._held.at(sys._getframe(2))
        lane = self._lanes.open(task, name_of(task, made_of), getattr(coroutine, "__name__", "task"), place)
        if task.done() or getattr(task, "_fut_waiter", None) is not None:
            # An eager task has already run its first step.
            self._step_ended(task, lane)
        elif current_task() is not task:
            self._recorder.state(lane.track, "ready")
        return lane

    def _step_ended(self, task: AnyTask, lane: Lane) -> None:
        if task.done():
            outcome = outcome_of(task)
            reason = self._reasons.pop(lane.track, Reason(UNASKED, None))
            if outcome == "cancelled" and not lane.closed:
                self._recorder.mark(lane.track, reason.fact, "note", reason.place)
            self._lanes.close(lane, outcome)
            return
        wait = awaiting(task, self._locate)
        if wait is not None:
            self._recorder.state(lane.track, "waiting", wait.what, wait.place)
            if wait.outside:
                self._in_flight.begin(lane.track, wait.due)

    def _is_housekeeping(self, coroutine: Any) -> bool:
        code = getattr(coroutine, "cr_code", None)
        return code is not None and code.co_name in _HOUSEKEEPING and self._locate(code.co_filename) is None
