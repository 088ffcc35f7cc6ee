"""Hashes that count instead of telling addresses, so that sets of threads, futures and tasks repeat from run to run.

The standard library iterates over such sets (`as_completed`, `TaskGroup`, a pool's threads), and objects lie elsewhere
in memory in every run.
"""

import asyncio
import inspect
from collections.abc import Coroutine, Iterable
from itertools import count
from typing import Any

from .appearance import known_as

_next = count(1).__next__
_next_task = count(1).__next__


def restart_identities() -> None:
    """A program begins: nothing has been counted, no task named."""
    global _next, _next_task
    _next = count(1).__next__
    _next_task = count(1).__next__


def serial_hash(self: Any) -> int:
    """A `__hash__`: the how-manieth object of the run it is that was hashed."""
    try:
        return self._serial  # type: ignore[no-any-return]
    except AttributeError:
        serial = self._serial = _next()
        return serial


class Future(asyncio.Future[Any]):
    """asyncio's own, with a serial hash."""

    __slots__ = ("_serial",)
    __hash__ = serial_hash


class Task(asyncio.Task[Any]):
    """asyncio's own, with a serial hash."""

    __slots__ = ("_serial",)
    __hash__ = serial_hash


known_as(Future, asyncio.Future.__module__, "Future")
known_as(Task, asyncio.Task.__module__, "Task")


def serial_task(loop: asyncio.AbstractEventLoop, coro: Coroutine[Any, Any, Any], **options: Any) -> Task:
    """A task factory."""
    task = Task(coro, loop=loop, **options)
    # Counted now, and not when it first gets into a set.
    hash(task)
    if task._source_traceback:
        # This call and the two of `create_task`, as CPython leaves out its own.
        del task._source_traceback[-3:]
    return task


class SerialLoop(asyncio.BaseEventLoop):
    """An event loop that makes its futures and tasks of these classes, unless the program sets a factory of its own.

    It also counts the tasks that have no name: CPython's own counter cannot be set back, and a search runs many
    programs in one interpreter.
    """

    def __init__(self) -> None:
        super().__init__()
        self.set_task_factory(None)

    def create_future(self) -> Future:
        return Future(loop=self)

    def create_task(self, coro: Coroutine[Any, Any, Any], **options: Any) -> "asyncio.Task[Any]":
        if options.get("name") is None:
            options["name"] = f"Task-{_next_task()}"
        return super().create_task(coro, **options)

    def set_task_factory(self, factory: Any) -> None:
        super().set_task_factory(serial_task if factory is None else factory)

    def get_task_factory(self) -> Any:
        factory = super().get_task_factory()
        return None if factory is serial_task else factory


def in_order(usual: Any) -> Any:
    """Around `asyncio.as_completed`, which puts what it is given into a set: coroutines become tasks before that."""

    def as_completed(fs: Iterable[Any], *, timeout: float | None = None) -> Any:
        if isinstance(fs, Iterable) and not inspect.isawaitable(fs):
            fs = [asyncio.tasks.ensure_future(one) for one in dict.fromkeys(fs)]
        return usual(fs, timeout=timeout)

    return as_completed
