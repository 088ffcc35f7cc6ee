"""The usual step of a task, which native code reports (`native/task-steps.ts`): it begins in a coroutine, and its task
asks for the next one at its end. Whatever is different is reported in Python, and all of it without native code."""

from asyncio import BaseEventLoop, Handle
from types import CoroutineType, FunctionType
from typing import Any

from ...cpython.native_state import NativeState
from ...report.recorder import STATE
from ...scheduler.awaiting import SLEEP, suspended_in
from ..stage import Stage
from .held import HeldLoop, Step
from .in_flight import InFlight
from .lanes import AnyTask, TaskLanes
from .stepping import Stepping

# The words of 64 bits that both know. What is reported: the word of a state, and the numbers of two texts.
(_STATE, _READY, _RUNNING) = range(3)
# Addresses of other such words: those of the records, of the sampler of tasks, and of the time of polling;
_WORDS = 3
# of the type of callbacks that are steps in C, once one has been seen; of the type of coroutines, the code of
# `asyncio.sleep`, the lanes of tasks, the numbers of files, and what is in flight;
_KIND = 6
# of the names of these attributes; of both functions as they are, and with what Python has around them; and of what
# does the rest.
_NAMES = ("_callback", "_coro", "cr_frame", "co_filename")
# Where a task goes on: its file and line. Whether native code follows a step, the number of the last one, its task and
# that one's lane; when it began, whether the task has asked for the next one, and when.
(_FILE, _LINE, _UNDER_WAY, _SERIAL, _TASK, _TRACK, _BEGAN, _AGAIN, _MOMENT) = range(27, 36)
# One more is for native code alone.
_NUMBERS = 37

# Makes what reports steps, where native code does.
_native: Any = None


class QuickSteps:
    """Has native code between those who call and `BaseEventLoop.call_soon` and `Handle._run`, which stay what they are.
    What it leaves to Python goes by way of `Stepping`."""

    def __init__(self, stepping: Stepping, stage: Stage, lanes: TaskLanes, in_flight: InFlight, held: HeldLoop) -> None:
        self._stepping = stepping
        self._recorder = stage.recorder
        self._locate = stage.locate
        self._lanes = lanes
        self._held = held
        # Those that Python has taken over, by their numbers.
        self._taken: dict[int, Step] = {}
        # By path: the number of a file of the program's, or -1.
        self._files: dict[str, int] = {}
        state = NativeState(_NUMBERS)
        self._numbers = memoryview(state).cast("q")
        self._seconds = memoryview(state).cast("d")
        surrounded = stage.replacements.surrounded
        functions = (BaseEventLoop.call_soon, Handle._run)
        call_soon, run = map(_copy, functions)
        words = (
            stage.recorder.native_state,
            stage.recorder.state_of_sampler(lanes.root),
            stage.scheduler.outside.state_of_polling,
        )
        known: tuple[object, ...] = (
            *(CoroutineType, SLEEP, lanes.open_tracks, self._files, in_flight.due, in_flight.waiting),
            *_NAMES,
            *(call_soon, run),
            surrounded(call_soon, stepping.asked_for, stepping.handed_out),
            surrounded(run, self._begins, stepping.ends),
            *(stage.guarded(self._ends), self._take_over, in_flight.end, self._number_file, self._find_place),
            stage.guarded(_fails),
        )
        for first, objects in ((_WORDS, words), (_KIND + 1, known)):
            for index, one in enumerate(objects, first):
                self._numbers[index] = id(one)
        state.kept = (words, known)
        self._numbers[_STATE] = STATE
        held.take_over = self._take_over
        _native.watchSteps(state)(*functions)
        watch_no_more = _native.watchNoMore(state)
        stage.replacements.on_restore(lambda: watch_no_more(*functions))
        stage.replacements.on_failure(lambda: watch_no_more(*functions))

    def _begins(self, args: tuple[Any, ...], options: dict[str, Any]) -> Step:
        step = self._stepping.begins(args, options)
        if self._numbers[_KIND] == 0 and self._stepping.step_in_c is not None:
            numbers, number = self._numbers, self._recorder.number
            numbers[_READY], numbers[_RUNNING] = number("ready"), number("running")
            numbers[_KIND] = id(self._stepping.step_in_c)
        return step

    def _ends(self, serial: int) -> None:
        if self._numbers[_UNDER_WAY] and self._numbers[_SERIAL] == serial:
            self._take_over()
        self._stepping.ends(self._taken.pop(serial), None)

    def _take_over(self) -> None:
        """The step that native code follows, if there is one, is one of Python's from now on."""
        numbers, seconds = self._numbers, self._seconds
        if not numbers[_UNDER_WAY]:
            return
        numbers[_UNDER_WAY] = 0
        lane = self._lanes.alive.get(numbers[_TASK])
        task = None if lane is None or lane.watched is None else lane.watched()
        step = self._taken[numbers[_SERIAL]] = Step(task, lane, seconds[_BEGAN])
        if numbers[_AGAIN]:
            step.asked_again, step.moment = True, seconds[_MOMENT]
        self._held.steps.append(step)

    def _number_file(self, path: str) -> None:
        located = self._locate(path)
        self._files[path] = -1 if located is None else self._recorder.number_of_path(located)

    def _find_place(self, task: AnyTask) -> None:
        frame, _ = suspended_in(task, self._locate)
        if frame is not None:
            path = frame.f_code.co_filename
            self._number_file(path)
            self._numbers[_FILE], self._numbers[_LINE] = self._files[path], frame.f_lineno or 0


def _copy(function: Any) -> FunctionType:
    """The same function as another object, which is called as before."""
    made = FunctionType(
        function.__code__, function.__globals__, function.__name__, function.__defaults__, function.__closure__
    )
    made.__kwdefaults__ = function.__kwdefaults__
    return made


def _fails(error: BaseException) -> None:
    raise error


def steps_natively(
    stepping: Stepping, stage: Stage, lanes: TaskLanes, in_flight: InFlight, held: HeldLoop
) -> QuickSteps | None:
    """Has steps reported by native code, if there is some, and if it reads the clock."""
    if _native is None or not stage.recorder.is_clock_native:
        return None
    return QuickSteps(stepping, stage, lanes, in_flight, held)


def step_natively(native: Any) -> None:
    """From now on steps are reported by native code, which `worker/native.ts` has put there."""
    global _native
    _native = native
