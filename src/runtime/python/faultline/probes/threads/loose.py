"""Containers that have variables: they cannot be referred to weakly, and yet are freed when the program would free
them."""

import gc
from collections.abc import Callable
from sys import getrefcount
from typing import Any

from ...cpython.loaded import all_objects

# What counting the references to something tells when there is one.
_KEPT: tuple[list[object]] = ([],)
_ALONE = getrefcount(_KEPT[0])
# So many of the latest containers are looked at each time whether they are still needed.
_NEWEST = 4


class Loose:
    """Holds them by address in `held`, and calls `forget` with the address of one that nobody else has any more."""

    def __init__(self, forget: Callable[[int], None]) -> None:
        self._forget = forget
        self.held: dict[int, object] = {}
        # The addresses, in the order in which they came.
        self._addresses: list[int] = []
        # Whose turn it is to be looked at.
        self._turn = 0

    def hold(self, container: object) -> None:
        """It has variables from now on."""
        self.held[id(container)] = container
        self._addresses.append(id(container))

    def sweep(self) -> None:
        """Lets go of containers that only we refer to: of some of the newest, and of the others one after the other."""
        addresses = self._addresses
        if not addresses:
            return
        self._turn %= len(addresses)
        for index in (*range(-min(_NEWEST, len(addresses)), 0), self._turn):
            address = addresses[index]
            if getrefcount(self.held[address]) <= _ALONE:
                del addresses[index]
                self._drop(address)
                return
        self._turn += 1

    def let_go(self) -> None:
        """Lets go of all of them."""
        addresses, self._addresses = self._addresses, []
        for address in addresses:
            self._drop(address)

    def collecting(self, collect: Callable[..., Any]) -> Callable[..., Any]:
        """Around `gc.collect`: what the program has in a cycle is freed by it, though we hold a container of the
        cycle."""

        def around(*args: Any, **options: Any) -> Any:
            # What the collector does not look at is in no cycle.
            loosened = {address: type(one) for address, one in self.held.items() if gc.is_tracked(one)}
            for address in loosened:
                self.held[address] = None
            try:
                return collect(*args, **options)
            finally:
                if loosened:
                    self._take_back(loosened)

        return around

    def _take_back(self, loosened: dict[int, type]) -> None:
        """Holds those again that are left after a collection."""
        for one in all_objects():
            address = id(one)
            if address in loosened and type(one) is loosened[address]:
                self.held[address] = one
        gone = {address for address in loosened if self.held.get(address, self) is None}
        self._addresses = [address for address in self._addresses if address not in gone]
        for address in gone:
            self._drop(address)

    def _drop(self, address: int) -> None:
        # Freed only when it is forgotten: its address may be used again at once.
        container = self.held.pop(address)
        self._forget(address)
        del container
