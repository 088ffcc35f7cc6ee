"""What the standard library remembers of a program's threads, and how it is made to forget."""

import _thread
import queue
import threading
from asyncio import events
from concurrent.futures import _base
from concurrent.futures import thread as pools
from itertools import count
from types import ModuleType
from typing import Any
from weakref import WeakSet

from ..cpython.internals import EVENTS, POOLS, THREADING
from ..cpython.replacements import Replacements
from ..cpython.same_items import SameItems
from ..primitives.identity import restart_identities
from ..primitives.local import forget_locals
from ..primitives.lock import Lock
from ..primitives.rlock import RLock
from ..primitives.starting import Starting

_MODULES: tuple[ModuleType, ...] = (_thread, threading, queue, _base, pools)


def _items_of(names: dict[str, Any]) -> list[Any]:
    return [*names, *names.values()]


class Fresh:
    """Called before each program: whatever an earlier one did with threads, it finds them as after Python's start."""

    def __init__(self, replacements: Replacements, starting: Starting) -> None:
        self._starting = starting
        self._main = threading.main_thread()
        put = replacements.put
        # It remembers the loop of each thread. Without one CPython makes its own.
        put(events, "_event_loop_policy", None)
        put(threading, "_active", {})
        put(threading, "_limbo", {})
        put(threading, "_dangling", WeakSet())
        put(threading, "_threading_atexits", list(THREADING._threading_atexits))
        put(threading, "_SHUTTING_DOWN", False)
        put(threading, "_counter", None)
        put(threading, "_active_limbo_lock", None)
        put(pools, "_threads_queues", type(pools._threads_queues)())
        put(pools, "_shutdown", False)
        put(pools, "_global_shutdown_lock", None)
        put(pools.ThreadPoolExecutor, "_counter", None)
        self._at_exit = list(THREADING._threading_atexits)
        self._globals = [(vars(module), dict(vars(module)), _items_of(vars(module))) for module in _MODULES]
        self._adopt_main_thread(replacements)
        # What forgets a thread that `threading` has not started keeps what it works with as defaults (since 3.13).
        self._forget_dummy: Any = getattr(getattr(threading, "_DeleteDummyThreadOnDel", None), "__del__", None)
        if getattr(self._forget_dummy, "__defaults__", None):
            replacements.put_special(self._forget_dummy, "__defaults__", self._forget_dummy.__defaults__)
        else:
            self._forget_dummy = None

    def __call__(self) -> None:
        """Makes everything fresh."""
        # What each program changes by running, so that nothing else is to be brought back.
        THREADING._counter = THREADING._active_limbo_lock = None
        THREADING._SHUTTING_DOWN = POOLS._shutdown = False
        POOLS._global_shutdown_lock = None
        for names, usual, items in self._globals:
            if SameItems.compare(_items_of(names), items):
                continue
            if len(names) > len(usual):
                for name in names.keys() - usual.keys():
                    del names[name]
            names.update(usual)
        forget_locals()
        restart_identities()
        EVENTS._event_loop_policy = None
        self._starting.restart()
        main = self._main.__dict__
        main.clear()
        main.update(self._main_state)
        main[self._handle_name] = self._starting.make_thread_handle(main["_ident"])
        THREADING._active.clear()
        THREADING._active[main["_ident"]] = self._main
        THREADING._limbo.clear()
        THREADING._dangling.clear()
        THREADING._dangling.add(self._main)
        THREADING._threading_atexits[:] = self._at_exit
        THREADING._counter = count(1).__next__
        THREADING._active_limbo_lock = RLock()
        if self._forget_dummy is not None:
            self._forget_dummy.__defaults__ = THREADING._active_limbo_lock, THREADING._active
        POOLS._threads_queues.clear()
        POOLS._global_shutdown_lock = Lock()
        POOLS.ThreadPoolExecutor._counter = count().__next__

    def has_hooks_added(self) -> bool:
        """Whether the program, or what it uses, has registered more hooks for the end of the main thread."""
        return len(THREADING._threading_atexits) > len(self._at_exit)

    def _adopt_main_thread(self, replacements: Replacements) -> None:
        """The thread that the interpreter started with is the scheduler's main thread from now on."""
        state = self._main.__dict__
        usual = dict(state)
        replacements.on_restore(lambda: (state.clear(), state.update(usual)))
        self._handle_name = "_handle" if "_handle" in state else "_os_thread_handle"
        ident = self._starting.get_ident()
        self._main_state = {**usual, "_ident": ident, "_native_id": ident}
