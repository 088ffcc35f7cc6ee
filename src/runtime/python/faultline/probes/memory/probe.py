"""Reports what a program keeps: bytes, live objects, containers, collections; at its end growth and who holds what."""

import gc
from collections.abc import Callable
from typing import TypeVar

from ..stage import Stage
from .chain import chain_to
from .classes import Classes
from .collector import Collector
from .containers import Containers
from .growth import Growth, Grown
from .sampling import Sampling
from .tracing import Tracing

# For so many classes, those with the most objects left, it is told who holds one of them.
MOST_CHAINS = 3
# With more objects than this, looking for who holds one takes seconds each.
MANY_OBJECTS = 200_000
# Kept back, so that a program which has used up the memory leaves enough to look at it. In bytes.
RESERVE = 4_000_000

Told = TypeVar("Told")

# Where the growth of what the library has allocated is told.
LIBRARY = "the library"


class MemoryProbe:
    """Looks at samples, and once more when the program has ended and its names are still there."""

    def __init__(self, stage: Stage) -> None:
        recorder = self._recorder = stage.recorder
        self._stage = stage
        self._traced = recorder.track("traced bytes")
        self._live = recorder.track("live objects")
        self._containers = recorder.track("containers")
        self._garbage = recorder.track("late garbage")
        self._growth = recorder.track("growth")
        self._held = recorder.track("held by")
        # Gauges by path, and what each last said.
        self._gauges: dict[str, tuple[int, int]] = {}
        self._tracing = Tracing(recorder, stage.replacements, stage.locate)
        self._lines = Growth(self._tracing)
        self._classes = Classes(stage.locate)
        self._named = Containers(stage.locate, self._classes.is_own)
        self._sampling = Sampling(stage, self._begin, self._look)
        self._collector = Collector(stage, self._sampling.now)
        self._reserve: bytearray | None = bytearray(RESERVE)
        self._set_aside(stage)
        stage.scheduler.outside.at_end.append(self._look_back)

    def finish(self) -> None:
        """A run that was cut short is looked at as it stands; nothing of the program's runs any more."""
        if self._reserve is not None:
            self._reserve = None
            self._sampling.end()
            self._within_memory(lambda: self._tell_holders(self._count()), None)

    def _set_aside(self, stage: Stage) -> None:
        """Takes what the interpreter has loaded out of sight, so that a look costs as much as the program keeps."""
        frozen = gc.get_freeze_count
        before = frozen()
        gc.freeze()
        after = frozen()
        # A program that freezes its objects takes them out of our sight too, until the end.
        self._in_sight = lambda: frozen() <= after
        ours = after - before
        stage.replacements.wrap(gc, "get_freeze_count", lambda _original: lambda: max(0, frozen() - ours))
        stage.replacements.on_restore(gc.unfreeze)

    def _begin(self) -> None:
        self._tracing.begin()
        self._recorder.gauge(self._traced, 0)

    def _look(self) -> int:
        before = self._tracing.bytes()
        self._collector.look()
        if self._in_sight():
            self._count()
        self._gauge(self._traced, "", before)
        looked = self._classes.seen
        if self._lines.look():
            looked *= 2
        self._tracing.keep_ours(before)
        return looked

    def _count(self) -> dict[str, int]:
        counts = self._classes.count()
        for label, count in counts.items():
            self._gauge(self._live, label, count)
        for name, length in self._named.sizes().items():
            self._gauge(self._containers, name, length)
        return counts

    def _gauge(self, root: int, label: str, value: int) -> None:
        key = f"{root}/{label}"
        track, last = self._gauges.get(key, (-1, -1))
        if value == last:
            return
        if track < 0:
            track = root if label == "" else self._recorder.track(label, root)
        self._gauges[key] = (track, value)
        self._recorder.gauge(track, value)

    def _look_back(self) -> None:
        """What was only late garbage goes in a last collection, as CPython has one when a program ends."""
        self._reserve = None
        self._sampling.end()
        self._collector.look()
        if not self._in_sight():
            # What the program has frozen may be garbage like anything else.
            gc.unfreeze()
        before = self._within_memory(self._count, {})
        self._collector.last()
        self._gauge(self._traced, "", self._tracing.bytes())
        grown = self._within_memory(self._lines.since_warm_up, None)
        self._tracing.end()
        gc.unfreeze()
        after = self._within_memory(self._count, {})
        for label, count in before.items() if after else ():
            late = count - after[label]
            if late > 0:
                self._recorder.tally(self._garbage, late)
                self._recorder.mark(self._garbage, f"{label} {late}", "good")
        self._tell_growth(grown or [])
        self._within_memory(lambda: self._tell_holders(after), None)
        self._recorder.mark(self._live, "the program has ended")

    def _within_memory(self, look: Callable[[], Told], otherwise: Told) -> Told:
        """The reserve may not be enough."""
        try:
            return look()
        except MemoryError:
            return otherwise

    def _tell_growth(self, grown: list[Grown]) -> None:
        self._recorder.gauge(self._growth, sum(one.bytes for one in grown))
        for one in grown:
            label = LIBRARY if one.place is None else f"{one.place.file}:{one.place.line}"
            track = self._recorder.track(label, self._growth)
            self._recorder.gauge(track, one.bytes)
            self._recorder.mark(track, _blocks(one.blocks), "note", one.place)

    def _tell_holders(self, counts: dict[str, int]) -> None:
        alive = sorted((label for label, count in counts.items() if count), key=lambda label: -counts[label])
        for label in alive[: MOST_CHAINS if self._classes.seen < MANY_OBJECTS else 1]:
            steps = chain_to(self._classes.one_of(label), self._stage.locate)
            track = self._recorder.track(label, self._held)
            for step in steps:
                self._recorder.mark(track, step)


def _blocks(more: int) -> str:
    if more <= 0:
        # What is there now is larger.
        return "no more blocks than before"
    return "1 block" if more == 1 else f"{more} blocks"
