"""The collector: each time it runs, what it freed, and whether it is switched on."""

import gc
import sys
from collections.abc import Callable
from typing import Any, Literal

from ...cpython.aside import ASIDE
from ...cpython.frames import own_frame
from ...cpython.loaded import LOADED
from ...primitives.unraisable import unraisable
from ...report import facts
from ...report.recorder import Place
from ..stage import Stage

# Later ones are counted and no longer marked: programs that run for long must not fill the record.
MOST_MARKS = 400
# Finalisers that make garbage which makes garbage come to an end here.
_MORE_ROUNDS = 5


class Collector:
    """Reports collections. `ran` is called after each."""

    def __init__(self, stage: Stage, ran: Callable[[], None]) -> None:
        self._recorder = stage.recorder
        self._locate = stage.locate
        self._ran = ran
        self._collections = stage.recorder.track("collections")
        self._freed = stage.recorder.track("freed by the collector")
        self._report = stage.guarded(self._collected)
        self._marks = 0
        self._enabled = True
        self._last = False
        self._over = False
        # The program gets a list of its own: ours is the one that the interpreter knows.
        self._theirs = list(gc.callbacks)
        called = gc.callbacks
        stage.replacements.put(gc, "callbacks", self._theirs)
        called.append(self._hear)
        stage.replacements.on_restore(lambda: called.remove(self._hear))

    def look(self) -> None:
        """Notes whether the program has switched the collector off, or on again."""
        if gc.isenabled() != self._enabled:
            self._enabled = not self._enabled
            self._recorder.state(self._collections, "on" if self._enabled else "off")

    def last(self) -> None:
        """The collection with which a program ends; what the collector does afterwards is not part of the run."""
        self._last = True
        gc.collect()
        self._over = True
        # A finaliser may have left garbage of its own, which is not kept by anybody either.
        for _ in range(_MORE_ROUNDS):
            if gc.collect() == 0:
                break

    def _hear(self, phase: Literal["start", "stop"], info: dict[str, int]) -> None:
        ASIDE.collecting(phase)
        if self._over or LOADED.at_work:
            return
        if phase == "stop":
            self._report(info["collected"])
        # The interpreter's own collection at exit is heard by a program only where it left the collector on.
        for callback in list(self._theirs) if gc.isenabled() or not self._last else ():
            try:
                callback(phase, info)
            except BaseException as error:
                unraisable(error, f"Exception ignored while calling GC callback {callback!r}")

    def _collected(self, freed: int) -> None:
        try:
            self._recorder.tally(self._collections)
            if freed:
                self._recorder.tally(self._freed, freed)
            if self._marks < MOST_MARKS:
                self._marks += 1
                self._recorder.mark(self._collections, facts.freed(freed), "plain", self._here())
            self._ran()
        except MemoryError:
            pass

    def _here(self) -> Place | None:
        frame: Any = own_frame(sys._getframe(1), self._locate)
        return None if frame is None else Place(self._locate(frame.f_code.co_filename) or "", frame.f_lineno)
