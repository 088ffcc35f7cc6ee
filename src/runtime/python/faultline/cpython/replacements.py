"""The one record of everything replaced in the standard library, so that all of it can be put back."""

from collections.abc import Callable, Mapping
from typing import Any

_ABSENT = object()


class Replacements:
    """Replaces attributes and remembers the originals. The idea of one saved-originals table is gevent's `monkey`."""

    def __init__(self) -> None:
        self._saved: list[tuple[Any, str, Any]] = []
        self._undo: list[Callable[[], object]] = []

    def put(self, owner: Any, name: str, value: Any) -> None:
        """Sets `owner.name` to `value` until `restore`."""
        there: Mapping[str, Any] = owner.__dict__
        self._saved.append((owner, name, there.get(name, _ABSENT)))
        setattr(owner, name, value)

    def wrap(self, owner: Any, name: str, around: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:
        """Replaces the function `owner.name` by `around(original)`, which keeps its name, documentation and
        signature."""
        original = getattr(owner, name)
        wrapper = around(original)
        for attribute in ("__module__", "__name__", "__qualname__", "__doc__", "__signature__"):
            if hasattr(original, attribute):
                setattr(wrapper, attribute, getattr(original, attribute))
        self.put(owner, name, wrapper)

    def guarded(self, callback: Callable[..., Any]) -> Callable[..., Any]:
        """The callback, behind what guards those whose replacements these are."""
        return callback

    def on_restore(self, undo: Callable[[], object]) -> None:
        """Has `undo` called by `restore`, for what is no attribute."""
        self._undo.append(undo)

    def restore(self) -> None:
        """Puts every original back, the latest replacement first."""
        while self._undo:
            self._undo.pop()()
        while self._saved:
            owner, name, original = self._saved.pop()
            if original is _ABSENT:
                delattr(owner, name)
            else:
                setattr(owner, name, original)
