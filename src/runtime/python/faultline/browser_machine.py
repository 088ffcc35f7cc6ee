"""The scheduler's machine on Pyodide. `_faultline_machine` is `src/runtime/worker/machine.ts`."""

import asyncio
import time
from asyncio import events
from collections.abc import Callable
from typing import Any

import _faultline_machine as outside
from pyodide.ffi import can_run_sync, create_proxy, run_sync

from .pristine.json_text import to_json

# Each thread has a stack of 256 KiB, and the browser's own stack beside it.
MOST_THREADS = 500

_real_now = time.perf_counter
# `switchTo` of `native/switching.ts`, once it is there.
_switch: Callable[[int], object] = lambda _carrier: None


class PyodideMachine:
    """Waits by suspending the WebAssembly stack where the browser can, and by blocking the worker where not."""

    def __init__(self) -> None:
        # Itself, and no method: this is how it is known that native code may read it.
        self.now = _real_now
        self._suspends = bool(outside.suspends)
        # Fetched once, as attributes: a thenable *returned* by a JavaScript call would become a Future.
        self._pause = outside.pause
        self._breath = outside.breath
        self._question = outside.question
        self._throttle = outside.throttle
        self._reserve_released = bytearray(1)
        outside.watchReserve(self._reserve_released)
        self._carriers = outside.carriers
        self.switch = _switch
        self.most_threads = MOST_THREADS if self._suspends else 1

    def pause(self, seconds: float) -> None:
        if self._can_suspend():
            self._pause.milliseconds = seconds * 1000
            suspend(self._pause)
        else:
            outside.block(seconds * 1000)

    def poll_host(self) -> None:
        if self._can_suspend():
            suspend(self._breath)

    def throttle(self) -> None:
        self._throttle()

    def release_reserve(self) -> None:
        # Nothing is allocated here: there may be no memory left at all.
        self._reserve_released[0] = 1

    def stop_asked(self) -> bool:
        return bool(outside.stopAsked())

    def set_body(self, body: Callable[[int], None]) -> None:
        if not self._suspends:
            return

        def carry(carrier: int, _mark: str = "") -> None:
            outside.protectStack()
            # Pyodide lets its own loop count as running on every new stack.
            events._set_running_loop(None)
            body(carrier)

        self._carriers.setBody(create_proxy(carry))

    def grow(self, count: int) -> None:
        self._carriers.grow(count)

    def ask(self, question: dict[str, Any]) -> tuple[int, Any]:
        self._question.text = to_json(question)
        suspend(self._question)
        return self._question.thread, str(self._question.stride)

    def _can_suspend(self) -> bool:
        return self._suspends and can_run_sync()


def switch_natively(native: Any) -> None:
    """From now on carriers are switched by native code, which `worker/native.ts` has put there."""
    global _switch
    _switch = native.switchTo


def native_switch() -> Callable[[int], object]:
    """Suspends the carrier that runs, and lets the one with a number go on."""
    return _switch


def suspend(thenable: Any) -> None:
    """`run_sync` without its detour: it would wrap the thenable in a Task on the browser's loop, and running that
    task would use the interpreter while the program is suspended in it."""
    usual = asyncio.ensure_future
    asyncio.ensure_future = _as_it_is
    try:
        run_sync(thenable)
    finally:
        asyncio.ensure_future = usual


def _as_it_is(awaitable: Any, **_options: Any) -> Any:
    return awaitable
