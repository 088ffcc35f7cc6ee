"""Who runs on which carrier: puts threads on stacks, and goes from one to another."""

from collections.abc import Callable

from .machine import Machine
from .thread import VirtualThread

MAIN_CARRIER = 0


class Carriers:
    """Carriers are made when needed and used again for the next thread when theirs has ended."""

    def __init__(self, machine: Machine, carry: Callable[[int], None]) -> None:
        self._machine = machine
        self._count = 1
        self._free: list[int] = []
        machine.set_body(carry)

    def switch(self, to: VirtualThread) -> None:
        """Goes on with `to`; returns when somebody goes on with whoever called."""
        if to.carrier is None:
            to.carrier = self._free.pop() if self._free else self._new()
        self._machine.switch(to.carrier)

    def leave(self, carrier: int, to: VirtualThread) -> None:
        """The thread on `carrier` has ended, and `to` goes on. Returns when there is a thread to run on it."""
        if to.carrier is None:
            to.carrier = carrier
            return
        self._free.append(carrier)
        self._machine.switch(to.carrier)

    def _new(self) -> int:
        number = self._count
        self._machine.grow(number + 1)
        self._count += 1
        return number
