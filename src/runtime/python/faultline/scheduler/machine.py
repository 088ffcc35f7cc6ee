"""What the scheduler needs from the machine below it. Pyodide is one; tests bring their own."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from .strategies.manual import Stride


class Machine(Protocol):
    """The way from the scheduler to the outside world.

    Carriers are stacks that can be suspended, numbered from 0: the one that the program's main thread runs on.
    """

    # How many threads may be alive at once, the main thread among them. 1: there are no carriers but the first.
    most_threads: int

    def now(self) -> float:
        """Real seconds since some fixed moment, never decreasing."""
        ...

    def pause(self, seconds: float) -> None:
        """Really waits; returns early when the person asks to stop."""
        ...

    def poll_host(self) -> None:
        """Lets messages from outside arrive."""
        ...

    def throttle(self) -> None:
        """No heartbeat is needed for a while: the scheduler counts beats of its own."""
        ...

    def release_reserve(self) -> None:
        """Gives memory that was kept back, for what is still to be said of a program that has used up all it had."""
        ...

    def stop_asked(self) -> bool:
        """True once the person has asked to stop."""
        ...

    def set_body(self, body: Callable[[int], None]) -> None:
        """What every new carrier runs, given its number. It does not return while the run lasts."""
        ...

    def grow(self, count: int) -> None:
        """Sees to it that there are at least so many carriers."""
        ...

    def switch(self, carrier: int, /) -> object:
        """Suspends the carrier that runs now, lets `carrier` go on, and returns when somebody switches back."""
        ...

    def ask(self, question: dict[str, Any]) -> tuple[int, "Stride"]:
        """Asks the person which thread goes on and how far; `(current, "instruction")` when Stop was pressed."""
        ...
