"""A tool of CPython's `sys.monitoring` (PEP 669): what it is told of, and how it is taken away again."""

from collections.abc import Callable
from types import CodeType
from typing import Any

from ..pristine.monitoring import own_monitoring


class Tool:
    """Told of some events everywhere, and of others only in the code that it follows."""

    def __init__(self, number: int, name: str, callbacks: dict[str, Callable[..., object]]) -> None:
        """`callbacks` by the name of their event: `PY_START`."""
        monitoring: Any = own_monitoring
        self._monitoring = monitoring
        self._number = number
        self._events = [getattr(monitoring.events, event) for event in callbacks]
        # Keeps addresses from being used again.
        self._codes: list[CodeType] = []
        # What a callback returns to hear of the same place no more.
        self.enough = monitoring.DISABLE
        monitoring.use_tool_id(number, name)
        for event, callback in zip(self._events, callbacks.values()):
            monitoring.register_callback(number, event, callback)

    def listen(self, *events: str) -> None:
        """Is told of these events everywhere; of none, where none is named."""
        self._monitoring.set_events(self._number, self._sum(events))

    def follow(self, code: CodeType, *events: str) -> None:
        """Is told of these events in this code too."""
        if events:
            self._codes.append(code)
            self._monitoring.set_local_events(self._number, code, self._sum(events))

    def stop(self) -> None:
        """Is told of nothing any more."""
        monitoring, number = self._monitoring, self._number
        monitoring.set_events(number, 0)
        for code in self._codes:
            monitoring.set_local_events(number, code, 0)
        for event in self._events:
            monitoring.register_callback(number, event, None)
        monitoring.free_tool_id(number)
        # Another one is to be told of code that this one has seen.
        monitoring.restart_events()

    def _sum(self, events: tuple[str, ...]) -> int:
        return sum(getattr(self._monitoring.events, event) for event in events)
