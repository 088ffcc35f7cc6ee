"""What Python and we have loaded before the program begins: some 30,000 objects that its collector is not to be busy
with.

A collector that goes through all of them before it comes to the program's garbage would free that late, and a look at
the heap would take long. So they are frozen, and the functions of `gc` are as if that had not been done."""

import gc
from collections.abc import Callable
from typing import Any, TypeVar

from ..source.class_of import class_of
from .replacements import Replacements

Seen = TypeVar("Seen")

all_objects = gc.get_objects
_freeze = gc.freeze
_frozen = gc.get_freeze_count
_unfreeze = gc.unfreeze
_stats = gc.get_stats


class Loaded:
    """There is one heap, and so one of this."""

    def __init__(self) -> None:
        # How many objects were out of sight when the program froze its own; None while it has frozen none. To count
        # them takes long, and few programs ask.
        self._count: int | None = None
        self._stats: list[dict[str, int]] = []
        # Whether a collection is one of ours.
        self.at_work = False
        # Whether it is out of sight for the whole run.
        self.stays = False

    def install(self, replacements: Replacements) -> None:
        """Has the functions of `gc` know nothing of it. A program that asks for objects gets all of them, unless
        somebody else looks at the heap."""
        self.stays = False
        replacements.wrap(gc, "get_freeze_count", lambda _usual: lambda: self._frozen_by_program())
        replacements.wrap(gc, "freeze", lambda _usual: lambda: self._freeze_for_program())
        replacements.wrap(gc, "get_stats", lambda usual: lambda: self._since(usual()))
        replacements.wrap(gc, "unfreeze", lambda _usual: lambda: self.show())
        for name in ("get_objects", "get_referrers"):
            replacements.wrap(gc, name, self._shown)
        replacements.on_restore(self.show)

    def set_aside(self) -> None:
        """The program begins."""
        self.at_work = True
        gc.collect()
        _freeze()
        self._count = None
        # Only a collection has the collector notice that the rest of the heap is small.
        gc.collect()
        self._stats = _stats()
        self.at_work = False

    def all_in_sight(self) -> bool:
        """Whether the program has frozen nothing."""
        return self._count is None

    def show(self) -> None:
        """From now on the heap is as it is."""
        _unfreeze()
        self._count = None

    def _freeze_for_program(self) -> None:
        if self._count is None:
            self._count = _frozen()
        _freeze()

    def _frozen_by_program(self) -> int:
        return 0 if self._count is None else max(0, _frozen() - self._count)

    def _shown(self, usual: Callable[..., Any]) -> Callable[..., Any]:
        def ask(*args: Any, **options: Any) -> Any:
            if self.all_in_sight() and not self.stays:
                self.show()
            found: Any = usual(*args, **options)
            if class_of(found) is not list:
                return found
            # What was asked about is held by our own arguments, too.
            return [one for one in found if one is not args]

        return ask

    def _since(self, stats: list[dict[str, int]]) -> list[dict[str, int]]:
        return [{key: one[key] - then.get(key, 0) for key in one} for one, then in zip(stats, self._stats)]


LOADED = Loaded()


def undisturbed(look: Callable[[], Seen]) -> Seen:
    """Looks without bringing on a collection, now or soon. Afterwards nothing is young, or out of sight."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        return look()
    finally:
        _freeze()
        _unfreeze()
        if enabled:
            gc.enable()
