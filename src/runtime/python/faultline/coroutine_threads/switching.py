"""How a rewritten function leaves the thread to another, and how a `StopIteration` gets out of one."""

from collections.abc import Generator
from typing import Any


class _Switch:
    """Awaiting it hands over to the scheduler, which comes back when it is this thread's turn."""

    def __await__(self) -> Generator[None, None, None]:
        yield


SWITCH = _Switch()


async def switched(value: Any) -> Any:
    """The value, after other threads had their turn."""
    await SWITCH
    return value


async def immediately(value: Any) -> Any:
    """The value, to be awaited."""
    return value


class Escaped:
    """A `StopIteration` on its way through coroutines, which cannot raise one."""

    __slots__ = ("error",)

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


def through(value: Any) -> Any:
    """What a variant returned; or raises what it meant to raise."""
    if type(value) is Escaped and value.error is not None:
        raise value.error
    return value
