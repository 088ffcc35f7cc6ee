"""Hashes that count instead of telling addresses, so that sets of threads, futures and tasks repeat from run to run.

The standard library iterates over such sets (`as_completed`, `TaskGroup`, a pool's threads), and objects lie elsewhere
in memory in every run. CPython's classes of futures and tasks cannot be changed, so classes derived from them stand in
their places, under every name that programs know them by.
"""

import asyncio
import concurrent.futures
import inspect
import sys
import threading
from asyncio import futures, tasks
from collections.abc import Iterable
from itertools import count
from typing import Any

from ..cpython.internals import FUTURES, TASKS
from ..cpython.replacements import Replacements
from .appearance import known_as

_CFuture: Any = asyncio.Future
_CTask: Any = asyncio.Task

_ABSENT = object()
_next = count(1).__next__
_next_task = count(1).__next__


def restart_identities() -> None:
    """A program begins: nothing has been counted, no task named."""
    global _next, _next_task
    _next = count(1).__next__
    _next_task = count(1).__next__
    # That of the tasks that are written in Python.
    TASKS._task_name_counter = count(1).__next__


def serial_hash(self: Any) -> int:
    """A `__hash__`: the how-manieth object of the run it is that was hashed."""
    try:
        return self._serial
    except AttributeError:
        serial = self._serial = _next()
        return serial


def thread_hash(self: Any) -> int:
    """The same for threads, of which a search makes very many: no exception for those that have not been counted."""
    serial: Any = getattr(self, "_serial", _ABSENT)
    if serial is _ABSENT:
        serial = self._serial = _next()
    return serial


class Future(_CFuture):
    """asyncio's own, with a serial hash."""

    # A slot here would keep `Task` from being a subclass.
    __slots__ = ()
    __hash__ = serial_hash


class Task(_CTask, Future):
    """asyncio's own, with a serial hash.

    It also counts the tasks that have no name: CPython's own counter cannot be set back, and a search runs many
    programs in one interpreter.
    """

    __slots__ = ("_serial",)
    __hash__ = serial_hash

    def __init__(self, coro: Any, *, name: object = None, **options: Any) -> None:
        # Counted now, and not when it first gets into a set.
        serial_hash(self)
        if name is None and asyncio.iscoroutine(coro):
            name = f"Task-{_next_task()}"
        try:
            super().__init__(coro, name=name, **options)  # pyright: ignore[reportUnknownMemberType]  # `Any` above
        finally:
            # An eager task has run: the traceback of its exception keeps this frame, which must not keep the task.
            del self, coro


known_as(Future, _CFuture.__module__, "Future")
known_as(Task, _CTask.__module__, "Task")
_signature = inspect.signature(_CTask)
_self = inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY)
Task.__init__.__signature__ = _signature.replace(parameters=[_self, *_signature.parameters.values()])


def install_identities(replacements: Replacements) -> None:
    """Makes what the program puts into sets count: threads, futures of either kind, tasks."""
    replacements.put(threading.Thread, "__hash__", thread_hash)
    for cls in (concurrent.futures.Future, FUTURES._PyFuture, TASKS._PyTask):
        replacements.put(cls, "__hash__", serial_hash)
    for module, ours in ((futures, Future), (tasks, Task)):
        for name in (ours.__name__, f"_C{ours.__name__}"):
            replacements.put(module, name, ours)
        for shared in (asyncio, sys.modules["_asyncio"]):
            replacements.put(shared, ours.__name__, ours)
    # What `asyncio.gather` returns is a future, too.
    replacements.put_special(TASKS._GatheringFuture, "__bases__", (Future,))
    replacements.put(tasks, "_task_name_counter", None)
    for module in (asyncio, tasks):
        replacements.wrap(module, "as_completed", in_order)
        if hasattr(asyncio, "create_eager_task_factory"):
            replacements.put(module, "eager_task_factory", asyncio.create_eager_task_factory(Task))


def in_order(usual: Any) -> Any:
    """Around `asyncio.as_completed`, which puts what it is given into a set: coroutines become tasks before that."""

    def as_completed(fs: Iterable[Any], *, timeout: float | None = None) -> Any:
        many = isinstance(fs, Iterable)  # pyright: ignore[reportUnnecessaryIsInstance]  # a program may err
        if many and not inspect.isawaitable(fs):
            fs = [asyncio.tasks.ensure_future(one) for one in dict.fromkeys(fs)]
        return usual(fs, timeout=timeout)

    return as_completed
