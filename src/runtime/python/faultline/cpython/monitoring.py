"""The tools of ours in CPython's `sys.monitoring` (PEP 669): numbers, what each is notified of, how it is taken
away again. Nobody else of ours takes a number."""

from collections.abc import Callable
from types import CodeType
from typing import Any, NamedTuple

from ..pristine.monitoring import own_monitoring


class ToolId(NamedTuple):
    """A number from 0 to 5, and the name under which CPython keeps it."""

    number: int
    name: str


# CPython keeps 3 and 4 for nobody. 5 it keeps for optimisers, which nobody has here; 0, 1 and 2 have their uses.
THREADS = ToolId(4, "faultline")
MEMORY = ToolId(3, "faultline memory")
IMPORTS = ToolId(5, "faultline imports")


class Tool:
    """Told of some events everywhere, and of others only in the code that it follows."""

    def __init__(self, of: ToolId, callbacks: dict[str, Callable[..., object]]) -> None:
        """`callbacks` by the name of their event: `PY_START`."""
        monitoring: Any = own_monitoring
        self._monitoring = monitoring
        self._number = of.number
        self._events = [getattr(monitoring.events, event) for event in callbacks]
        # By address, and kept from being freed: an address is not to be used again.
        self._codes: dict[int, CodeType] = {}
        # What a callback returns to hear of the same place no more.
        self.enough = monitoring.DISABLE
        monitoring.use_tool_id(of.number, of.name)
        for event, callback in zip(self._events, callbacks.values()):
            monitoring.register_callback(of.number, event, callback)

    def listen(self, *events: str) -> None:
        """Is notified of these events everywhere; of none, where none is named."""
        self._monitoring.set_events(self._number, self._sum(events))

    def follow(self, code: CodeType, *events: str) -> None:
        """Is notified of these events in this code too."""
        if events:
            self._codes[id(code)] = code
            self._monitoring.set_local_events(self._number, code, self._sum(events))

    def follow_no_more(self) -> None:
        """Is notified of nothing but what it listens to everywhere."""
        for code in self._codes.values():
            self._monitoring.set_local_events(self._number, code, 0)

    def stop(self) -> None:
        """Is notified of nothing any more."""
        monitoring, number = self._monitoring, self._number
        monitoring.set_events(number, 0)
        self.follow_no_more()
        for event in self._events:
            monitoring.register_callback(number, event, None)
        monitoring.free_tool_id(number)
        # Another one is to be notified of code that this one has seen.
        monitoring.restart_events()

    def _sum(self, events: tuple[str, ...]) -> int:
        return sum(getattr(self._monitoring.events, event) for event in events)
