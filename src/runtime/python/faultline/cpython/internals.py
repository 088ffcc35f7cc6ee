"""What modules of the standard library keep to themselves, with its types: no stub tells them."""

import asyncio
import concurrent.futures.thread
import threading
from asyncio import events, futures, tasks
from collections.abc import Callable, MutableMapping
from typing import Any, Protocol, cast
from weakref import WeakSet


class _Threading(Protocol):
    _HAVE_THREAD_NATIVE_ID: bool
    _SHUTTING_DOWN: bool
    _active: dict[int, threading.Thread]
    # The same lock for as long as a program runs.
    _active_limbo_lock: object
    _counter: Callable[[], int] | None
    _dangling: WeakSet[threading.Thread]
    _limbo: dict[threading.Thread, threading.Thread]
    # What each calls when the main thread has ended.
    _threading_atexits: list[Callable[[], object]]

    def _shutdown(self) -> None: ...


class _Executor(Protocol):
    _counter: Callable[[], int]


class _Pools(Protocol):
    ThreadPoolExecutor: _Executor
    _global_shutdown_lock: object
    _shutdown: bool
    _threads_queues: MutableMapping[threading.Thread, Any]


class _Tasks(Protocol):
    _GatheringFuture: type[asyncio.Future[Any]]
    _PyTask: type[asyncio.Task[Any]]
    _task_name_counter: Callable[[], int]


class _Futures(Protocol):
    _PyFuture: type[asyncio.Future[Any]]


class _Events(Protocol):
    _event_loop_policy: object


# The modules themselves.
THREADING = cast(_Threading, threading)
POOLS = cast(_Pools, concurrent.futures.thread)
TASKS = cast(_Tasks, tasks)
FUTURES = cast(_Futures, futures)
EVENTS = cast(_Events, events)
