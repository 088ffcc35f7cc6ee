"""`_thread.lock`, which is `threading.Lock`."""

from typing import Any

from .appearance import known_as, no_pickle
from .exclusive import Exclusive
from .limits import limit_of


class Lock(Exclusive):
    """A lock object is a synchronization primitive.

    Any thread may release it, whoever acquired it. Taking a free one and letting go one that nobody waits for
    are short ways: they access the lock's own attributes only.
    """

    __slots__ = ()

    def __init__(self) -> None:
        self._owner = None
        self._waiting = None

    def __init_subclass__(cls) -> None:
        raise TypeError("type '_thread.lock' is not an acceptable base type")

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Waits until the lock is free and takes it. False: not within `timeout` seconds, or not at once."""
        scheduler = self._scheduler
        limit = None if timeout == -1 and blocking is True else limit_of(blocking, timeout)
        scheduler.operation("try" if limit == 0 else "acquire", self)
        if self._owner is not None and not self._wait(limit):
            return False
        self._owner = scheduler.current
        if self._waiting:
            self._taken()
        scheduler.notify("acquired", self)
        return True

    def release(self) -> None:
        """Lets go of the lock, so that another thread can take it. Raises RuntimeError when nobody holds it."""
        scheduler = self._scheduler
        scheduler.operation("release", self)
        if self._owner is None:
            raise self._not_held("release unlocked lock")
        if self._waiting:
            self._let_go()
        else:
            self._owner = None
        scheduler.notify("released", self)

    __enter__ = acquire

    def __exit__(self, *_error: Any) -> None:
        self.release()

    acquire_lock = acquire
    release_lock = release
    locked_lock = Exclusive.locked
    __reduce__ = no_pickle

    def _at_fork_reinit(self) -> None:
        self._let_go()

    def __repr__(self) -> str:
        return f"<{'unlocked' if self._owner is None else 'locked'} _thread.lock object at {id(self):#x}>"


known_as(Lock, "_thread", "lock")
