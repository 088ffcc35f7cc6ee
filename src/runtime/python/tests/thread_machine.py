"""A machine whose carriers are real threads that pass a baton: only the one that holds it runs."""

import _thread
from collections.abc import Callable

from .stage import TestMachine

# What runs the carriers, before a run replaces it.
_start = _thread.start_new_thread
_allocate = _thread.allocate_lock


class ThreadMachine(TestMachine):
    """Time passes by waiting only, as with `TestMachine`. A carrier's failure is raised on carrier 0."""

    most_threads = 300

    def __init__(self, stop_after: int | None = None) -> None:
        super().__init__(stop_after)
        self._batons = [self._baton()]
        self._began = [True]
        self._running = 0
        self._body: Callable[[int], None] = _nothing
        self._failure: BaseException | None = None

    def set_body(self, body: Callable[[int], None]) -> None:
        self._body = body

    def grow(self, count: int) -> None:
        while len(self._batons) < count:
            self._batons.append(self._baton())
            self._began.append(False)

    def switch(self, carrier: int) -> None:
        mine = self._running
        if carrier == mine:
            return
        self._pass_to(carrier)
        self._batons[mine].acquire()
        if self._failure is not None and mine == 0:
            raise AssertionError("a carrier's body failed") from self._failure

    def _pass_to(self, carrier: int) -> None:
        self._running = carrier
        if self._began[carrier]:
            self._batons[carrier].release()
        else:
            self._began[carrier] = True
            _start(self._carry, (carrier,))

    def _carry(self, carrier: int) -> None:
        try:
            self._body(carrier)
            raise AssertionError("a carrier's body returned")
        except BaseException as error:
            self._failure = error
            self._pass_to(0)

    @staticmethod
    def _baton() -> "_thread.LockType":
        baton = _allocate()
        baton.acquire()
        return baton


def _nothing(_carrier: int) -> None:
    pass
