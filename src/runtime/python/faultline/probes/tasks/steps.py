"""Tells tasks and their steps among the callbacks of an event loop."""

import asyncio
from asyncio import events
from types import BuiltinMethodType, MethodType
from typing import Any

from ...cpython.internals import TASKS
from ...source.class_of import class_of
from ...source.ours import OURS
from .lanes import AnyTask

# The type of the callback that begins a C task; its wake-ups are ordinary bound methods.
_FIRST_STEP = "TaskStepMethWrapper"

# Tasks that are written in Python, as some programs and CPython's own tests want them.
PyTask: Any = TASKS._PyTask
_PY_STEPS = (PyTask._Task__step, PyTask._Task__wakeup)


def stepped_task(callback: Any) -> AnyTask | None:
    """The task whose step or wake-up `callback` is; other bound methods, such as `task.cancel`, are neither."""
    # The type first: reading an attribute of a callable of the program's may run the program's code.
    kind = class_of(callback)
    if kind is MethodType:
        return callback.__self__ if callback.__func__ in _PY_STEPS else None
    if kind.__name__ != _FIRST_STEP and kind is not BuiltinMethodType:
        return None
    task: AnyTask | None = callback.__self__
    if not isinstance(task, asyncio.Task):
        return None
    name = getattr(callback, "__name__", "")
    return None if name and hasattr(asyncio.Task, name) else task


def is_step_in_c(callback: Any) -> bool:
    """Whether a callback that steps a task is that of a C task, and no wake-up."""
    kind = class_of(callback)
    return kind.__name__ == _FIRST_STEP and kind.__module__ == "_asyncio"


def without_ours(made: Any) -> None:
    """Debug mode keeps where a task or handle was made; what the program prints of it must not be about us."""
    kept = getattr(made, "_source_traceback", None)
    if kept:
        kept[:] = [frame for frame in kept if not frame.filename.startswith(OURS)]


def current_task() -> AnyTask | None:
    loop = events._get_running_loop()
    return None if loop is None else asyncio.current_task(loop)


def outcome_of(task: AnyTask) -> str:
    if task.cancelled():
        return "cancelled"
    # Not task.exception(): that would count as having looked, and silence "exception was never retrieved".
    return "done" if task._exception is None else "failed"
