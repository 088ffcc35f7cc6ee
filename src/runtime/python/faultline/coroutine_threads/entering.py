"""A `with` statement in rewritten code: enters and leaves by the variants of `__enter__` and `__exit__`."""

from collections.abc import Awaitable
from types import TracebackType
from typing import TYPE_CHECKING, Any

from ..source.class_of import class_of
from .switching import immediately

if TYPE_CHECKING:
    from .calls import Calls


class Entering:
    """Around a context manager."""

    __slots__ = ("_calls", "_enter", "_exit", "_manager")

    def __init__(self, manager: Any, calls: "Calls") -> None:
        cls: Any = class_of(manager)
        try:
            self._enter, self._exit = cls.__enter__, cls.__exit__
        except AttributeError:
            # Says in the interpreter's own words what is missing.
            with manager:
                raise
        self._manager = manager
        self._calls = calls

    def __aenter__(self) -> Awaitable[Any]:
        # No frame of ours is to stand between the program and the lock that it waits for.
        result = self._calls.resolve(self._bound(self._enter))()
        return result if self._calls.is_variant(result) else immediately(result)

    def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Awaitable[Any]:
        return self._calls.called(self._bound(self._exit), kind, error, trace)

    def _bound(self, way: Any) -> Any:
        return way.__get__(self._manager, type(self._manager))
