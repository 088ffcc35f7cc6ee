"""The garbage collector's part: connections that the program has lost, and a collection has found."""

import gc
import sys

from ...cpython.frames import own_frame
from ...report.facts import brought_back
from ...report.recorder import Place
from ..stage import Stage


class Collector:
    """Knows whether a collection is under way, and reports what each has brought back."""

    def __init__(self, stage: Stage) -> None:
        self._recorder = stage.recorder
        self._locate = stage.locate
        self._track = stage.recorder.track("collected")
        self.at_work = False
        self._found = 0
        collects = stage.guarded(self._collects)
        gc.callbacks.append(collects)
        # A program that has ended has taken all of them away.
        stage.replacements.on_restore(lambda: collects in gc.callbacks and gc.callbacks.remove(collects))

    def brought_back(self) -> None:
        """One more connection is in its pool again because of the collection under way."""
        self._found += 1
        self._recorder.tally(self._track)

    def _collects(self, phase: str, _about: dict[str, int]) -> None:
        self.at_work = phase == "start"
        if self._found > 0 and phase == "stop":
            found, self._found = self._found, 0
            self._recorder.mark(self._track, brought_back(found), "note", self._place())

    def _place(self) -> Place | None:
        """The line at which the collector came in: one that calls it, or just one that allocates."""
        frame = own_frame(sys._getframe(1), self._locate)
        return None if frame is None else Place(self._locate(frame.f_code.co_filename) or "", frame.f_lineno)
