"""Who runs on which carrier: puts threads on stacks, and goes from one to another."""

from collections.abc import Callable

from .machine import Machine
from .thread import VirtualThread

MAIN_CARRIER = 0


class Carriers:
    """Carriers are made when needed and used again for the next thread when theirs has ended."""

    def __init__(self, machine: Machine, carry: Callable[[int], None]) -> None:
        self._machine = machine
        # Goes on with a carrier; returns when somebody goes on with whoever called.
        self.switch = machine.switch
        self._count = 1
        self._free: list[int] = []
        machine.set_body(carry)

    def begin(self, thread: VirtualThread) -> int:
        """Gives a carrier to a thread that has not run yet."""
        thread.carrier = carrier = self._free.pop() if self._free else self._new()
        return carrier

    def leave(self, carrier: int, to: VirtualThread) -> None:
        """The thread on `carrier` has ended, and `to` goes on. Returns when there is a thread to run on it."""
        if to.carrier is None:
            to.carrier = carrier
            return
        self._free.append(carrier)
        self.switch(to.carrier)

    def _new(self) -> int:
        number = self._count
        self._machine.grow(number + 1)
        self._count += 1
        return number
