"""Has `threading` of Python 3.11 and 3.12 start, join and end threads by handles of `_thread`, as later versions do.

The runtime supplies handles and knows no other way. While it does not, threads are what they were.
"""

import threading
from collections.abc import Callable
from typing import Any

from faultline.cpython.internals import THREADING

_Thread: Any = threading.Thread
_names = threading.__dict__
_usual: dict[str, Any] = dict(vars(threading.Thread))
_usual_shutdown: Callable[[], None] = THREADING._shutdown


def _init(self: Any, *args: Any, **kwargs: Any) -> None:
    _usual["__init__"](self, *args, **kwargs)
    if "_ThreadHandle" in _names:
        self._os_thread_handle = _names["_ThreadHandle"]()


def _start(self: Any) -> None:
    if not hasattr(self, "_os_thread_handle"):
        return _usual["start"](self)
    if self._started.is_set():
        raise RuntimeError("threads can only be started once")
    with _names["_active_limbo_lock"]:
        _names["_limbo"][self] = self
    try:
        _names["_start_joinable_thread"](self._bootstrap, handle=self._os_thread_handle, daemon=self.daemon)
    except Exception:
        with _names["_active_limbo_lock"]:
            del _names["_limbo"][self]
        raise
    self._started.wait()
    return None


def _join(self: Any, timeout: float | None = None) -> None:
    if not hasattr(self, "_os_thread_handle"):
        return _usual["join"](self, timeout)
    if not self._started.is_set():
        raise RuntimeError("cannot join thread before it is started")
    if self is threading.current_thread():
        raise RuntimeError("cannot join current thread")
    self._os_thread_handle.join(None if timeout is None else max(timeout, 0))
    return None


def _is_alive(self: Any) -> bool:
    if not hasattr(self, "_os_thread_handle"):
        return _usual["is_alive"](self)
    self._is_stopped = self._os_thread_handle.is_done()
    return self._started.is_set() and not self._is_stopped


def _set_tstate_lock(self: Any) -> None:
    if not hasattr(self, "_os_thread_handle"):
        _usual["_set_tstate_lock"](self)


def _shutdown() -> None:
    if "_thread_shutdown" not in _names:
        return _usual_shutdown()
    main: Any = threading.main_thread()
    if main._os_thread_handle.is_done():
        return None
    _names["_SHUTTING_DOWN"] = True
    for call in reversed(_names["_threading_atexits"]):
        call()
    main._os_thread_handle._set_done()
    _names["_thread_shutdown"]()
    return None


def adapt() -> None:
    """Changes `threading` for good."""
    _Thread.__init__ = _init
    _Thread.start = _start
    _Thread.join = _join
    _Thread.is_alive = _is_alive
    _Thread._set_tstate_lock = _set_tstate_lock
    _names["_shutdown"] = _shutdown
