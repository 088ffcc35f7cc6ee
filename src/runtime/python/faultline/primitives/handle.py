"""`_thread._ThreadHandle`: a thread as those who wait for its end hold it."""

from typing import Any

from ..scheduler.thread import VirtualThread
from .appearance import known_as
from .limits import seconds
from .primitive import Primitive


class ThreadHandle(Primitive):
    """Not started, running or done. `ident` is 0 until it is started."""

    __slots__ = ("__weakref__", "_done", "_ident", "_thread", "_waiting")

    def __init__(self) -> None:
        self._ident = 0
        self._thread: VirtualThread | None = None
        self._done = False
        self._waiting: list[VirtualThread] = []

    def __init_subclass__(cls) -> None:
        raise TypeError("type '_thread._ThreadHandle' is not an acceptable base type")

    @property
    def ident(self) -> int:
        """What `get_ident()` is in the thread."""
        return self._ident

    @property
    def thread(self) -> VirtualThread | None:
        """The thread, once it is started."""
        return self._thread

    def is_done(self) -> bool:
        """Whether the thread has ended."""
        self._scheduler.operation("look", self)
        return self._done

    def join(self, timeout: Any = None, /) -> None:
        """Waits until the thread has ended, for at most `timeout` seconds; None or less than 0: as long as it takes."""
        limit = None if timeout is None else seconds(timeout)
        if not self._ident:
            raise RuntimeError("thread not started")
        scheduler = self._scheduler
        me = scheduler.current
        # Within a limit it only looks whether the thread has ended, in the end.
        scheduler.operation("join" if limit is None or limit < 0 else "look", self)
        if self._done:
            return
        if self._ident == me.ident:
            raise RuntimeError("Cannot join current thread")
        self._wait(me, "join", None if limit is None or limit < 0 else limit)

    def start(self, thread: VirtualThread) -> None:
        """The handle is that of `thread` from now on."""
        self._thread = thread
        self._ident = thread.ident

    def wait_at_exit(self) -> None:
        """Waits for the end of the thread on behalf of the interpreter, which is about to exit."""
        if not self._done:
            self._wait(self._scheduler.current, "shutdown", None)

    def _set_done(self) -> None:
        if not self._ident:
            raise RuntimeError("thread not started")
        self._scheduler.operation("end", self)
        self._done = True
        for thread in self._waiting:
            self._scheduler.wake(thread)

    def _wait(self, me: VirtualThread, verb: str, limit: float | None) -> None:
        self._waiting.append(me)
        try:
            self._scheduler.block(verb, self._thread or self, limit)
        finally:
            self._waiting.remove(me)

    def __repr__(self) -> str:
        return f"<_thread._ThreadHandle object: ident={self._ident}>"


def handle_of(thread: VirtualThread | None, ident: int) -> ThreadHandle:
    """`_make_thread_handle`: the handle of a thread that runs already, or of one that nobody knows."""
    handle = ThreadHandle()
    handle._thread = thread
    handle._ident = ident
    return handle


known_as(ThreadHandle, "_thread", "_ThreadHandle")
