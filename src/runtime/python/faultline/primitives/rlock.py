"""`_thread.RLock`, which `threading.RLock()` makes."""

from typing import Any

from .appearance import known_as, no_pickle
from .exclusive import Exclusive
from .limits import limit_of


class RLock(Exclusive):
    """A lock that the thread that holds it may acquire again, and has to release as often.

    What the holder does while it holds the lock is nothing that other threads can notice, so only the first acquire
    and the last release are notified.
    """

    __slots__ = ("_count",)

    _count: int

    # Not `__init__`: a subclass need not call it, as it need not with CPython's.
    def __new__(cls, *_args: Any, **_kwargs: Any) -> "RLock":
        self = super().__new__(cls)
        self._owner = None
        self._waiting = None
        self._count = 0
        return self

    def __init__(self, *_args: Any, **_kwargs: Any) -> None:
        """Takes and ignores arguments, as CPython's does."""

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Takes the lock, waiting until it is free unless this thread holds it. False: not within `timeout`."""
        scheduler = self._scheduler
        limit = None if timeout == -1 and blocking is True else limit_of(blocking, timeout)
        if self._owner is scheduler.current:
            self._count += 1
            return True
        scheduler.operation("try" if limit == 0 else "acquire", self)
        if self._owner is not None and not self._wait(limit):
            return False
        self._owner = scheduler.current
        self._count = 1
        if self._waiting:
            self._taken()
        scheduler.notify("acquired", self)
        return True

    def release(self) -> None:
        """Undoes one acquire. Raises RuntimeError when this thread does not hold the lock."""
        if self._owner is not self._scheduler.current:
            raise self._not_held("cannot release un-acquired lock")
        if self._count > 1:
            self._count -= 1
        else:
            self._give_up()

    __enter__ = acquire

    def __exit__(self, *_error: Any) -> None:
        # Not `self.release`: what a subclass makes of it is for direct calls, as with CPython's.
        RLock.release(self)

    __reduce__ = no_pickle

    def _give_up(self) -> None:
        self._scheduler.operation("release", self)
        self._count = 0
        self._let_go()
        self._scheduler.notify("released", self)

    def _is_owned(self) -> bool:
        return self._owner is self._scheduler.current

    def _recursion_count(self) -> int:
        return self._count if self._is_owned() else 0

    def _release_save(self) -> tuple[int, int]:
        if self._owner is None:
            raise self._not_held("cannot release un-acquired lock")
        saved = self._count, self._owner.ident
        self._give_up()
        return saved

    def _acquire_restore(self, saved: tuple[int, int]) -> None:
        count, _owner = saved
        RLock.acquire(self)
        self._count = count

    def _at_fork_reinit(self) -> None:
        self._count = 0
        self._let_go()

    def __repr__(self) -> str:
        state = "unlocked" if self._owner is None else "locked"
        owner = 0 if self._owner is None else self._owner.ident
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        return f"<{state} {name} object owner={owner} count={self._count} at {id(self):#x}>"


known_as(RLock, "_thread", "RLock")
