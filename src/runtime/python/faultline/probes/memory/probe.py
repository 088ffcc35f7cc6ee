"""Reports what a program keeps: bytes, live objects, containers, collections; at its end growth and who holds what."""

import gc
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

from ...cpython.aside import ASIDE
from ...cpython.loaded import LOADED, undisturbed
from ...environment.hidden_frames import frames_of
from ...report import facts
from ...report.fact import Fact
from ..stage import Stage
from .at_exit import ExitFunctions, Moment, held
from .chain import chain_to, chain_to_a_name
from .classes import Classes
from .collector import Collector
from .containers import Containers
from .growth import Grown, Growth
from .sampling import Sampling
from .tracing import MAY_BE_OURS, Tracing

# For so many classes, those with the most objects left, it is reported who holds one of them.
MOST_CHAINS = 3
# With more objects than this, looking for who holds one takes seconds each.
MANY_OBJECTS = 200_000
# Kept back, so that a program which has used up the memory leaves enough to look at it. In bytes.
RESERVE = 4_000_000

Summary = TypeVar("Summary")

# Where the growth of what the library has allocated is reported.
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
        # A look is to cost as much as the program keeps.
        LOADED.stays = True
        self._tracing = Tracing(stage.replacements, stage.locate)
        self._lines = Growth(self._tracing)
        self._classes = Classes(stage.locate)
        self._named = Containers(stage.locate, self._classes.is_own)
        self._sampling = Sampling(stage, self._begin, self._look)
        self._collector = Collector(stage, self._sampling.now)
        self._reserve: bytearray | None = bytearray(RESERVE)
        # The bytes reported last while the program ran.
        self._reported = 0
        self._exits = ExitFunctions()
        self._at_exit: Moment | None = None
        self._chains: dict[str, list[Fact]] = {}
        stage.scheduler.outside.at_exit.append(self._look_before_exit)
        stage.scheduler.outside.at_end.append(self._look_back)

    def finish(self) -> None:
        """A run that was cut short is looked at as it stands; nothing of the program's runs any more."""
        if self._reserve is not None:
            self._reserve = None
            self._sampling.end()
            self._within_memory(lambda: self._tell_holders(self._count(), {}), None)

    def _begin(self) -> None:
        self._tracing.begin()
        self._recorder.gauge(self._traced, 0)

    def _look(self, seconds: float) -> int:
        held, is_sure = self._tracing.bytes_after_look(seconds)
        with ASIDE:
            self._collector.look()
            if LOADED.all_in_sight():
                self._count()
            # What is not sure is reported where it has changed by more than what may be ours.
            if is_sure or abs(held - self._reported) > MAY_BE_OURS:
                self._reported = held
                self._gauge(self._traced, "", held)
            looked = self._classes.seen
            if self._lines.look():
                looked *= 2
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

    def _look_before_exit(self) -> None:
        """Exit functions let go of what they kept, and it was kept to the last line of the program."""
        self._sampling.end()
        if self._exits.any() and LOADED.all_in_sight():
            self._reserve = None
            undisturbed(self._keep_what_is_held)

    def _keep_what_is_held(self) -> None:
        moment = self._at_exit = self._moment(self._count)
        # Who holds it may be of the library.
        gc.unfreeze()
        most, some = self._most(moment.counts), self._classes.some_of
        frames = self._frames()
        chains = lambda: {label: chain_to_a_name(some(label), self._stage.locate, frames) for label in most}
        self._chains = self._within_memory(chains, {})

    def _look_back(self) -> None:
        """What was only late garbage goes in a last collection, as CPython has one when a program ends."""
        self._reserve = None
        self._sampling.end()
        self._collector.look()
        if not LOADED.all_in_sight():
            # What the program has frozen may be garbage like anything else.
            gc.unfreeze()
        at_exit = self._at_exit
        after = undisturbed(lambda: self._moment(self._count if at_exit is None else self._classes.count))
        self._collector.last()
        gc.unfreeze()
        left = self._moment(self._count if at_exit is None else self._classes.count)
        self._tracing.end()
        end = left if at_exit is None else held(at_exit, after, left)
        self._gauge(self._traced, "", end.bytes)
        self._tell_garbage(after.counts, left.counts)
        for label, count in end.counts.items():
            self._gauge(self._live, label, count)
        self._tell_growth(self._lines.since_warm_up(end.lines))
        # Of a class of which some are left one of those is reported of.
        gone = {label: chain for label, chain in self._chains.items() if not left.counts.get(label)}
        self._within_memory(lambda: self._tell_holders(end.counts, gone), None)
        self._recorder.mark(self._live, facts.program_ended())

    def _moment(self, count: Callable[[], dict[str, int]]) -> Moment:
        """What there is now."""
        with ASIDE:
            counts = self._within_memory(count, {})
            lines = self._within_memory(self._lines.now, None)
        return Moment(counts, self._tracing.bytes(), lines)

    def _tell_garbage(self, before: dict[str, int], after: dict[str, int]) -> None:
        for label, count in before.items() if after else ():
            late = count - after.get(label, 0)
            if late > 0:
                self._recorder.tally(self._garbage, late)
                self._recorder.mark(self._garbage, facts.late_garbage(label, late), "good")

    def _within_memory(self, look: Callable[[], Summary], otherwise: Summary) -> Summary:
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
            self._recorder.mark(track, facts.growth(max(0, one.blocks)), "note", one.place)

    def _tell_holders(self, counts: dict[str, int], until_exit: dict[str, list[Fact]]) -> None:
        locate, frames = self._stage.locate, self._frames()
        for label in self._most(counts):
            steps = until_exit.get(label) or chain_to(self._classes.one_of(label), locate, frames)
            track = self._recorder.track(label, self._held)
            for step in steps:
                self._recorder.mark(track, step)

    def _frames(self) -> list[FrameType]:
        return list(frames_of(self._stage.scheduler).values())

    def _most(self, counts: dict[str, int]) -> list[str]:
        alive = sorted((label for label, count in counts.items() if count), key=lambda label: -counts[label])
        return alive[: MOST_CHAINS if self._classes.seen < MANY_OBJECTS else 1]
