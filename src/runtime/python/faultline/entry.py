"""The way in from JavaScript: the scheduler's machine on Pyodide, and the call that carries out a run.

The only Python module that knows Pyodide. `_faultline_machine` is `src/runtime/worker/machine.ts`.
"""

import asyncio
import gc
import importlib
import json
import signal
import sys
import time
from array import array
from importlib.abc import MetaPathFinder
from typing import Any

import _faultline_machine as outside  # type: ignore[import-not-found]
from pyodide import webloop
from pyodide.ffi import can_run_sync, run_sync

from .request import Request
from .runner import HEARTBEAT, Runner

_real_now = time.perf_counter

# Imported by the standard library at a warning, a failed task or a traceback. Loading them then would be timed.
_NEEDED_SOON = ("linecache", "logging", "tokenize", "tracemalloc", "concurrent.futures.thread", "queue")

# What the page is told of an ending; `src/runtime/protocol.ts` refuses texts ten times as long.
LONGEST_TEXT = 100_000
MOST_ITEMS = 1000

# The packages by which a program could reach the page's JavaScript. The sandbox does not depend on their absence;
# it keeps programs from relying on something that ordinary Python does not have.
_HIDDEN = ("js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core", "_faultline_machine")


class _Hider(MetaPathFinder):
    """Makes the hidden packages as absent as they are in ordinary Python."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> None:
        if name.partition(".")[0] in _HIDDEN:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _hide() -> None:
    sys.meta_path.insert(0, _Hider())
    for name in list(sys.modules):
        if name.partition(".")[0] in _HIDDEN:
            del sys.modules[name]


class PyodideMachine:
    """Waits by suspending the WebAssembly stack where the browser can, and by blocking the worker where not."""

    def __init__(self) -> None:
        self._suspends = bool(outside.suspends)
        # Fetched once, as attributes: a thenable *returned* by a JavaScript call would become a Future.
        self._pause = outside.pause
        self._breath = outside.breath

    def now(self) -> float:
        return _real_now()

    def pause(self, seconds: float) -> None:
        if self._can_suspend():
            self._pause.milliseconds = seconds * 1000
            _suspend(self._pause)
        else:
            outside.block(seconds * 1000)

    def breathe(self) -> None:
        if self._can_suspend():
            _suspend(self._breath)

    def stop_asked(self) -> bool:
        return bool(outside.stopAsked())

    def _can_suspend(self) -> bool:
        return self._suspends and can_run_sync()


def _suspend(thenable: Any) -> None:
    """`run_sync` without its detour: it would wrap the thenable in a Task on the browser's loop, and running that
    task would use the interpreter while the program is suspended in it."""
    usual = asyncio.ensure_future
    asyncio.ensure_future = _as_it_is  # type: ignore[assignment]
    try:
        run_sync(thenable)
    finally:
        asyncio.ensure_future = usual


def _as_it_is(awaitable: Any, **_options: Any) -> Any:
    return awaitable


def _send(records: "array[int]", strings: list[str]) -> None:
    outside.send(records, json.dumps(strings))


def prepare() -> int:
    """Does what needs no program yet, so that a warm worker starts one at once. Returns the heartbeat's number."""
    for name in _NEEDED_SOON:
        importlib.import_module(name)
    # What booting leaves behind is not the program's to collect.
    gc.collect()
    if HEARTBEAT is None:
        return 0
    signal.signal(HEARTBEAT, signal.SIG_IGN)
    return int(HEARTBEAT)


def run(request: str, _carrier: str = "") -> str:
    """Carries out a run request (JSON in, JSON out)."""
    if outside.suspends:
        outside.protectStack()
    _hide()
    parsed: Request = json.loads(request)
    runner = Runner(parsed, PyodideMachine(), _send, webloop._orig_run)
    return json.dumps(_shortened(runner.run(outside.started)))


def _shortened(value: Any) -> Any:
    """The same with every text cut to what the page accepts: a message of megabytes must not cost the whole report."""
    if isinstance(value, str):
        return value if len(value) <= LONGEST_TEXT else value[:LONGEST_TEXT] + " ..."
    if isinstance(value, dict):
        return {key: _shortened(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_shortened(item) for item in value[:MOST_ITEMS]]
    return value


def prove(rounds: int, _carrier: str = "") -> int:
    """The boot's self-test, on a carrier: suspends `rounds` times with live frames and a collection in between."""
    outside.protectStack()

    def deeper(level: int) -> int:
        if level:
            return max([deeper(level - 1)])
        _suspend(outside.breath)
        gc.collect(0)
        return 1

    return sum(deeper(index % 5) for index in range(rounds))
