"""Supplies the primitives: in the C modules that CPython has them in, and wherever they were copied from there."""

import _queue
import _thread
import functools
import queue
import reprlib
import tempfile
import threading
from _queue import Empty
from asyncio import base_futures, events
from collections.abc import Callable
from importlib.machinery import BuiltinImporter, ExtensionFileLoader
from types import ModuleType
from typing import Any

from ..cpython.internals import EVENTS, THREADING
from ..cpython.replacements import Replacements
from ..primitives.appearance import known_as
from ..primitives.handle import ThreadHandle
from ..primitives.limits import TIMEOUT_MAX
from ..primitives.local import Local
from ..primitives.lock import Lock
from ..primitives.rlock import RLock
from ..primitives.simple_queue import SimpleQueue
from ..primitives.starting import Starting

_QUEUE: dict[str, Any] = {"Empty": Empty, "SimpleQueue": SimpleQueue}


def patch(replacements: Replacements, starting: Starting) -> None:
    """Puts the primitives into every module that has CPython's own."""
    thread = _thread_names(starting)
    _patch_at_import(replacements, {_thread: thread, _queue: _QUEUE})
    for module, copied in _copies().items():
        for name, original in copied.items():
            replacements.put(module, name, thread[original])
    if hasattr(base_futures, "get_ident"):
        replacements.put(base_futures, "get_ident", starting.get_ident)
    replacements.put(queue, "SimpleQueue", SimpleQueue)
    replacements.put(threading, "_thread_local_info", Local())
    _patch_policy(replacements)
    if not THREADING._HAVE_THREAD_NATIVE_ID:
        _add_native_ids(replacements)


def _thread_names(starting: Starting) -> dict[str, Any]:
    names = {
        **dict.fromkeys(("lock", "LockType", "allocate_lock", "allocate"), Lock),
        "RLock": RLock,
        "_ThreadHandle": ThreadHandle,
        "_local": Local,
        "TIMEOUT_MAX": TIMEOUT_MAX,
        "start_joinable_thread": starting.start_joinable_thread,
        "start_new_thread": starting.start_new_thread,
        "start_new": starting.start_new_thread,
        "_shutdown": starting.shutdown,
        "_make_thread_handle": starting.make_thread_handle,
        "get_ident": starting.get_ident,
        "get_native_id": starting.get_ident,
        "_get_main_thread_ident": starting.get_main_thread_ident,
        "_count": starting.count,
        "set_name": starting.set_name,
    }
    for name in ("start_joinable_thread", "start_new_thread", "get_ident"):
        known_as(getattr(Starting, name), "_thread", name)
    return names


def _copies() -> dict[ModuleType, dict[str, str]]:
    """What modules have taken from `_thread` when they were imported, by the names they gave it."""
    return {
        threading: {
            "Lock": "lock",
            "_LockType": "LockType",
            "_allocate_lock": "allocate_lock",
            "_CRLock": "RLock",
            "_ThreadHandle": "_ThreadHandle",
            "local": "_local",
            "TIMEOUT_MAX": "TIMEOUT_MAX",
            "_start_joinable_thread": "start_joinable_thread",
            "_thread_shutdown": "_shutdown",
            "_make_thread_handle": "_make_thread_handle",
            "get_ident": "get_ident",
            "get_native_id": "get_native_id",
            "_get_main_thread_ident": "_get_main_thread_ident",
            "_set_name": "set_name",
        },
        functools: {"RLock": "RLock"},
        reprlib: {"get_ident": "get_ident"},
        tempfile: {"_allocate_lock": "allocate_lock"},
    }


def _patch_at_import(replacements: Replacements, supplied: dict[ModuleType, dict[str, Any]]) -> None:
    """Into the modules, and again whenever a program has them imported anew."""
    for module, names in supplied.items():
        for name, value in names.items():
            replacements.put(module, name, value)
    by_name = {module.__name__: names for module, names in supplied.items()}

    def around(usual: Callable[..., None]) -> Callable[..., None]:
        def exec_module(*loader_and_module: Any) -> None:
            usual(*loader_and_module)
            module: ModuleType = loader_and_module[-1]
            vars(module).update(by_name.get(module.__name__, {}))

        return exec_module

    # Which of the two has a module is a matter of how Python was built.
    replacements.put(BuiltinImporter, "exec_module", staticmethod(around(BuiltinImporter.exec_module)))
    replacements.wrap(ExtensionFileLoader, "exec_module", around)


def _patch_policy(replacements: Replacements) -> None:
    """asyncio derived the class in which a policy keeps each thread's loop when it was imported."""
    policy: Any = getattr(events, "_BaseDefaultEventLoopPolicy", None) or vars(events)["BaseDefaultEventLoopPolicy"]
    replacements.put(policy, "_Local", type("_Local", (Local,), {"_loop": None, "_set_called": False}))
    if isinstance(EVENTS._event_loop_policy, policy):
        replacements.put(EVENTS._event_loop_policy, "_local", policy._Local())


def _add_native_ids(replacements: Replacements) -> None:
    """Pyodide's threads have no number in a kernel."""

    def _set_native_id(thread: Any) -> None:
        thread._native_id = threading.get_native_id()

    replacements.put(threading, "_HAVE_THREAD_NATIVE_ID", True)
    replacements.put(threading, "__all__", [*vars(threading)["__all__"], "get_native_id"])
    replacements.put(threading.Thread, "_set_native_id", _set_native_id)
    replacements.put(threading.Thread, "native_id", property(lambda thread: thread._native_id))
