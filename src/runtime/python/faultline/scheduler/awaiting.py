"""What a suspended asyncio task waits for, and at which line of the program."""

import asyncio
import gc
from types import AsyncGeneratorType, CoroutineType, FrameType, GeneratorType
from typing import Any, NamedTuple

from ..cpython.internals import TASKS
from ..report.fact import Fact
from ..report.facts import future, waits
from ..report.recorder import Place
from ..source.class_of import class_of
from ..source.locate import Locate

# Waits inside these modules of asyncio are for another task of the same program, not for the outside world.
_BETWEEN_TASKS = ("/asyncio/locks.py", "/asyncio/queues.py", "/asyncio/taskgroups.py")
_TASKS_MODULE = "/asyncio/tasks.py"

SLEEP = asyncio.sleep.__code__

_TASK_IN_C: Any = asyncio.Task
_CORO_IN_C: Any = vars(asyncio.Task)["get_coro"]

# The attribute with the frame of each kind of coroutine.
_FRAMES: dict[type[object], str] = {
    CoroutineType: "cr_frame",
    GeneratorType: "gi_frame",
    AsyncGeneratorType: "ag_frame",
}


class Awaiting(NamedTuple):
    """`what` is a name, code or a fact;
    `place` the program's line; `outside` whether only the world outside can end the wait;
    `due` when it is sure to end, on the loop's clock, where that is known."""

    what: str
    place: Place | None
    outside: bool
    due: float | None


def awaiting(task: "asyncio.Task[Any]", locate: Locate) -> Awaiting | None:
    """What `task` awaits, or None when it is about to run again by itself (`await asyncio.sleep(0)`).

    `locate` turns a code object's file name into the learner's path, or None for files that are not theirs.
    """
    waiter: asyncio.Future[Any] | None = getattr(task, "_fut_waiter", None)
    if waiter is None:
        return None
    own, inside = suspended_in(task, locate)
    place = None if own is None else Place(locate(own.f_code.co_filename) or "", own.f_lineno)
    if isinstance(waiter, asyncio.Task):
        return Awaiting(name_of(waiter), place, outside=False, due=None)
    if isinstance(waiter, TASKS._GatheringFuture):
        return Awaiting("gather", place, outside=False, due=None)
    if _is_shield(waiter):
        return Awaiting("shield", place, outside=False, due=None)
    frames = [getattr(step, _FRAMES[class_of(step)]) for step in inside]
    library: list[FrameType] = [frame for frame in frames if frame is not None]
    if not library:
        return Awaiting(future(), place, outside=True, due=None)
    # `async with lock` goes through a private mixin first; `Lock.acquire` is what the learner knows.
    known = next((frame for frame in library if not frame.f_code.co_qualname.startswith("_")), library[0])
    return Awaiting(_call(known), place, _is_outside(library[-1]), _due(library[-1]))


def suspended_in(task: "asyncio.Task[Any]", locate: Locate) -> tuple[FrameType | None, list[Any]]:
    """The innermost frame of the program's own that `task` is suspended in, and which coroutines and generators of the
    library it awaits there, outermost first. Asked at every step: frames of the library are not even made, nor is it
    looked what `asyncio.sleep` awaits."""
    own: FrameType | None = None
    inside: list[Any] = []
    step: Any = coroutine_of(task)
    while step is not None:
        kind = class_of(step)
        if kind is CoroutineType:
            code, awaited = step.cr_code, step.cr_await
        elif kind is GeneratorType:
            code, awaited = step.gi_code, step.gi_yieldfrom
        elif kind is AsyncGeneratorType:
            code, awaited = step.ag_code, step.ag_await
        else:
            step = _inside(step)
            continue
        if code is SLEEP:
            inside.append(step)
            break
        if locate(code.co_filename) is None:
            inside.append(step)
        else:
            # It has none where it has ended.
            frame = getattr(step, _FRAMES[kind])
            if frame is not None:
                own, inside = frame, []
        step = awaited
    return own, inside


def _inside(step: Any) -> Any:
    """The generator that an `__anext__()` awaits, which shows itself only to the garbage collector; else None."""
    if not type(step).__name__.startswith(("async_generator_", "anext_awaitable")):
        return None
    for referent in gc.get_referents(step):
        if type(referent) in _FRAMES or type(referent).__name__.startswith("async_generator_"):
            return referent
    return None


def _is_shield(waiter: Any) -> bool:
    """Whether a future is the outer one of `asyncio.shield`, which waits for a task."""
    callbacks = getattr(waiter, "_callbacks", None) or ()
    return any(getattr(callback, "__qualname__", "").startswith("shield.") for callback, _context in callbacks)


def name_of(task: "asyncio.Task[Any]", made_of: Any = None) -> str:
    """The task's name and that of its coroutine, or of what it was `made_of`, if known: `Task-1 fetch_data`."""
    coroutine = getattr(coroutine_of(task) or made_of, "__name__", "")
    return f"{task.get_name()} {coroutine if type(coroutine) is str else ''}".strip()


def coroutine_of(task: "asyncio.Task[Any]") -> Any:
    """What the task runs, whatever its class has put in the place of `get_coro`."""
    return _CORO_IN_C(task) if issubclass(type(task), _TASK_IN_C) else task.get_coro()


def seconds_of(value: object) -> str:
    """How long a sleep is, as it is shown. A number of a class of the program's may say so by code of its own."""
    return str(value) if type(value) in (int, float) else "…"


def _is_outside(frame: FrameType) -> bool:
    file = frame.f_code.co_filename
    if file.endswith(_TASKS_MODULE):
        return frame.f_code.co_name == "sleep"
    return not file.endswith(_BETWEEN_TASKS)


def _call(frame: FrameType) -> str:
    if _is_sleep(frame):
        return f"asyncio.sleep({seconds_of(frame.f_locals.get('delay'))})"
    return frame.f_code.co_qualname


def _due(frame: FrameType) -> float | None:
    handle = frame.f_locals.get("h") if _is_sleep(frame) else None
    return asyncio.TimerHandle.when(handle) if isinstance(handle, asyncio.TimerHandle) else None


def _is_sleep(frame: FrameType) -> bool:
    return frame.f_code.co_name == "sleep" and frame.f_code.co_filename.endswith(_TASKS_MODULE)


def waits_of(loop: asyncio.AbstractEventLoop, locate: Locate) -> list[Fact]:
    """Who waits for what, a fact a task, oldest task first."""
    lines: list[Fact] = []
    for task in sorted(asyncio.all_tasks(loop), key=_age):
        wait = awaiting(task, locate)
        if wait is not None:
            file, line = wait.place or (None, None)
            lines.append(waits(name_of(task), file, line, wait.what))
    return lines


def _age(task: "asyncio.Task[Any]") -> tuple[int, str]:
    name = task.get_name()
    number = name.rpartition("-")[2]
    return (int(number) if number.isdigit() else 0, name)
