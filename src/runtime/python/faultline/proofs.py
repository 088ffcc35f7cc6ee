"""The boot's self-test of what rests on Pyodide's internals: suspending, and switching between carriers."""

import gc
from collections.abc import Callable

import _faultline_machine as outside
from pyodide.ffi import create_proxy

from .browser_machine import native_switch, suspend

_CARRIERS = 3
_DEPTH = 5


def prove(rounds: int, _carrier: str = "") -> int:
    """On a carrier: suspends `rounds` times with live frames and a collection in between. Returns `rounds`."""
    outside.protectStack()
    return sum(_deeper(index % _DEPTH, lambda: suspend(outside.breath)) for index in range(rounds))


def prove_switches(rounds: int, _carrier: str = "") -> int:
    """On a carrier: goes round three carriers `rounds` times, with a collection on each. Returns `rounds`."""
    outside.protectStack()
    switch, carriers = native_switch(), outside.carriers
    carriers.grow(_CARRIERS)
    over = False

    def body(number: int, _mark: str = "") -> int:
        outside.protectStack()
        while not over:
            _deeper(number, lambda: switch((number + 1) % _CARRIERS))
        # Carrier 0 goes on; this one is free again.
        return 0

    proxy = create_proxy(body)
    carriers.setBody(proxy)
    went = sum(_deeper(index % _DEPTH, lambda: switch(1)) for index in range(rounds))
    over = True
    for number in range(1, _CARRIERS):
        switch(number)
    proxy.destroy()
    return went


def _deeper(level: int, away: Callable[[], object]) -> int:
    """Suspends, by `away`, below `level` C frames, where a collection has to find its way."""
    if level:
        return max([_deeper(level - 1, away)])
    away()
    gc.collect(0)
    return 1
