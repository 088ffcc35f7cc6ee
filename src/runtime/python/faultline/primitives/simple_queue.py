"""`_queue.SimpleQueue`: what thread pools take their work from."""

from _queue import Empty
from collections import deque
from types import GenericAlias
from typing import Any

from ..scheduler.thread import VirtualThread
from .appearance import known_as, no_pickle
from .exclusive import A_TRY
from .limits import seconds
from .primitive import Primitive


class SimpleQueue(Primitive):
    """Simple, unbounded, reentrant FIFO queue.

    Threads that wait for an item are ready exactly while there is one, as with locks.
    """

    __slots__ = ("__weakref__", "_items", "_waiting")

    _items: "deque[Any]"
    _waiting: list[VirtualThread]

    # Not `__init__`: a subclass need not call it, as it need not with CPython's.
    def __new__(cls, /) -> "SimpleQueue":
        self = super().__new__(cls)
        self._items = deque()
        self._waiting = []
        return self

    def put(self, item: Any, block: bool = True, timeout: Any = None) -> None:
        """Put the item on the queue. It never blocks; `block` and `timeout` are there for `Queue`'s sake."""
        self._scheduler.operation("put", self._items)
        self._items.append(item)
        for thread in self._waiting:
            self._scheduler.wake(thread)
        self._scheduler.notify("put", self._items)

    def put_nowait(self, item: Any) -> None:
        """Put an item into the queue without blocking."""
        self.put(item)

    def get(self, block: bool = True, timeout: Any = None) -> Any:
        """Remove and return an item, waiting for one if `block`. Raises Empty if there is none in time."""
        limit = None
        if not block:
            limit = 0.0
        elif timeout is not None:
            limit = seconds(timeout)
            if limit < 0:
                raise ValueError("'timeout' must be a non-negative number")
        self._scheduler.operation("try" if limit == 0 else "get", self._items)
        if not self._items and not self._wait(limit):
            raise Empty
        item = self._items.popleft()
        if not self._items:
            for thread in self._waiting:
                self._scheduler.requeue(thread)
        self._scheduler.notify("got", self._items)
        return item

    def get_nowait(self) -> Any:
        """Remove and return an item if one is at hand. Raises Empty if not."""
        return self.get(False)

    def empty(self) -> bool:
        """Return True if the queue is empty, False otherwise (not reliable!)."""
        self._scheduler.operation("look", self._items)
        return not self._items

    def qsize(self) -> int:
        """Return the approximate size of the queue (not reliable!)."""
        self._scheduler.operation("look", self._items)
        return len(self._items)

    def _wait(self, limit: float | None) -> bool:
        if limit == 0:
            self._scheduler.clock.waited(A_TRY)
            return False
        me = self._scheduler.current
        self._waiting.append(me)
        try:
            return self._scheduler.block("get", self._items, limit)
        finally:
            self._waiting.remove(me)

    __class_getitem__ = classmethod(GenericAlias)  # pyright: ignore[reportUnknownVariableType]  # C calls it
    __reduce__ = no_pickle


known_as(SimpleQueue, "_queue", "SimpleQueue")
