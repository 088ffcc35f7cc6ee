"""Records that are sampled: of very many events that tell the same, some are written, and the others are counted."""

from collections.abc import Callable

from .records import Cap, Records, Send
from .sampler import DRAWS, LEFT, LeftOut, Sampler
from .writing import EVENTS


class Sampled(Records):
    """Samples each root with the lanes below it by itself, and all of them once there have been `most` events.

    How things stand is written again before the next row that is written, and at the end; so sums, peaks and last
    levels are exact. What was left out is counted below the root `left out`, in lanes named like those of which it was.
    """

    def __init__(
        self,
        now: Callable[[], int],
        send: Send,
        *,
        most: int,
        full: Callable[[Cap], None],
        normalised: Callable[[str], str],
    ) -> None:
        super().__init__(now, send, full=full, normalised=normalised)
        # How many more events there are that are all written.
        self._numbers[EVENTS] = most
        # The root of each track, and what samples it.
        self._roots: list[int] = []
        self._samplers: dict[int, Sampler] = {}
        # The same by track, where something of it has been reported.
        self._sampler_of: list[Sampler | None] = []
        self._catching_up = False

    def state_of_sampler(self, track: int) -> bytearray:
        """What samples a track, for native code."""
        return self._sampler(track).state

    def draws(self, track: int) -> bool:
        """Whether the next event of a track is written, which whoever asks does then, or else says `leave_out`."""
        if self._catching_up:
            return True
        sampler = self._sampler_of[track] or self._sampler(track)
        numbers, of_root = self._numbers, sampler.numbers
        drew = of_root[DRAWS]
        if drew and of_root[LEFT] > 0 and numbers[EVENTS] > 0:
            # This is the quick way, without a call: what comes below would say the same.
            of_root[LEFT] -= 1
            numbers[EVENTS] -= 1
            return True
        numbers[EVENTS] -= 1
        if numbers[EVENTS] < 0:
            sampler.end()
        draws = sampler.take()
        if draws and not drew:
            self._catch_up(sampler)
        return draws

    def leave_out(
        self, track: int, later: Callable[[], None] | None = None, count: int = 1, *, now: bool = False
    ) -> None:
        """So many events of a track are only counted. `later` says how it stands, once that is to be said again; with
        `now` the count is written at once."""
        sampler = self._sampler(track)
        if now:
            count += sampler.counts.pop(track, 0)
            self._say(LeftOut([], [], [], [(track, count)]))
        elif count:
            sampler.leave_out(track, count)
        if later is not None:
            # The latest comes last.
            sampler.later.pop(track, None)
            sampler.later[track] = later

    def leave_out_levels(self, track: int, peak: int, level: int) -> None:
        """Levels of a gauge are not written: the highest of them, and the last."""
        self._sampler(track).leave_out_levels(track, peak, level)

    def catch_up(self) -> None:
        """The run ends: says how everything stands, and how much was left out."""
        for sampler in [*self._samplers.values()]:
            self._catch_up(sampler)

    def _sampler(self, track: int) -> Sampler:
        sampler = self._sampler_of[track]
        if sampler is None:
            root = self._roots[track]
            sampler = self._samplers.get(root)
            if sampler is None:
                sampler = self._samplers[root] = Sampler()
            self._sampler_of[track] = sampler
        return sampler

    def _catch_up(self, sampler: Sampler) -> None:
        self._catching_up = True
        try:
            self._say(sampler.taken())
        finally:
            self._catching_up = False

    def _say(self, left_out: LeftOut) -> None:
        raise NotImplementedError
