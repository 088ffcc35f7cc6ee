"""What the scheduler needs from the machine below it. Pyodide is one; tests bring their own."""

from typing import Protocol


class Machine(Protocol):
    """The way from the scheduler to the outside world."""

    def now(self) -> float:
        """Real seconds since some fixed moment, never decreasing."""

    def pause(self, seconds: float) -> None:
        """Really waits; returns early when the person asks to stop."""

    def breathe(self) -> None:
        """Lets messages from outside arrive."""

    def stop_asked(self) -> bool:
        """True once the person has asked to stop."""
