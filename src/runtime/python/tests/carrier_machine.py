"""A machine on the carriers of the product's image: what its threads run on."""

from collections.abc import Callable

from faultline.browser_machine import PyodideMachine

from .stage import TestMachine


class CarrierMachine(TestMachine):
    """Time passes by waiting only, as with `TestMachine`. A carrier's failure ends the worker."""

    most_threads = 300

    def __init__(self) -> None:
        super().__init__()
        self._carriers = PyodideMachine()

    def set_body(self, body: Callable[[int], None]) -> None:
        self._carriers.set_body(body)

    def grow(self, count: int) -> None:
        self._carriers.grow(count)

    def switch(self, carrier: int) -> None:
        self._carriers.switch(carrier)
