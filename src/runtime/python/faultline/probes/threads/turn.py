"""A turn: what a thread does to variables from going on until it waits, ends or is switched out."""

from collections.abc import Callable, Mapping
from sys import _getframe
from types import CodeType, FrameType

from ...cpython.frames import real_back
from ...cpython.value_stack import MISSING
from ...report.facts import read, value_is, wrote
from ...report.recorder import Place
from ...scheduler.thread import VirtualThread
from ..shown import brief, shown
from ..stage import Stage
from .counting import Counting
from .mistakes import Mistakes
from .variable import LEAST, MOST, Counted, Summary, Variable

# So many accesses of one variable are all reported. Of later ones the first in each turn is, and the last
# of each kind.
ALL_OF_ONE = 1000


def nothing() -> object:
    """The value of a variable that is not looked up."""
    return MISSING


class Turn:
    """Nobody else runs during a turn. So what is done to a variable in it, once looked at, can be counted until it
    ends: nothing can go wrong by it that does not show in what came before, and in the last read and the last write.
    """

    def __init__(
        self,
        stage: Stage,
        mistakes: Mistakes,
        serial: Callable[[], int],
        tracks: Mapping[VirtualThread, int],
        lane: Callable[[Variable], int],
        root: int,
        counting: Counting,
    ) -> None:
        self._recorder = stage.recorder
        self._scheduler = stage.scheduler
        self._mistakes = mistakes
        self._serial = serial
        self._tracks = tracks
        self._lane = lane
        self._root = root
        self._counting = counting
        self._variables: list[Variable] = []
        self._thread = stage.scheduler.current

    def reports(self, counted: Counted) -> bool:
        """Whether the access that comes now is reported."""
        counted.accesses += 1
        return not counted.now and self._recorder.draws(self._root)

    def wrote(self, counted: Counted) -> None:
        """The thread has written a variable, and that was looked at."""
        self._counting.wrote(counted)

    def count(self, variable: Variable, value: Callable[[], object]) -> None:
        """From the next access on, those of a variable are counted until the turn ends."""
        self._thread = self._scheduler.current
        self._variables.append(variable)
        variable.counted.value = value
        variable.counted.begin()

    def end(self) -> None:
        """The running thread is about to wait, to end or to be switched out; or it is time to look again."""
        if not self._variables:
            return
        self._counting.forget()
        variables, self._variables = self._variables, []
        frame = _getframe(1)
        for variable in variables:
            variable.counted.now = False
            summary = variable.counted.summary(self._counting.seen)
            if summary.unreported:
                self._settle(variable, summary, frame)
            variable.counted.value = nothing

    def _settle(self, variable: Variable, counted: Summary, frame: FrameType) -> None:
        recorder, track = self._recorder, self._tracks[self._thread]
        value = variable.counted.value()
        calls: Callable[[CodeType], int | None] = lambda code: _call_of(code, frame)
        known = None if value is MISSING else brief(value)
        self._mistakes.counted(variable, counted, self._thread, known, calls, self._serial())
        drawn, unreported = recorder.draws(self._root), counted.unreported
        if drawn:
            shown_value = None if value is MISSING else shown(value)
            for fact, seen in ((wrote, counted.last_write), (read, counted.last_read)):
                if seen is not None:
                    recorder.write_mark(track, fact(variable.label, shown_value), "plain", Place(seen.file, seen.line))
                    unreported -= 1
        lane = self._lane(variable)
        if counted.last_write is not None and lane >= 0:
            self._settle_value(lane, value, counted, drawn=drawn)
        recorder.leave_out(self._root if lane < 0 else lane, count=unreported, now=drawn)

    def _settle_value(self, lane: int, value: object, counted: Summary, *, drawn: bool) -> None:
        recorder = self._recorder
        if type(value) is not int or not LEAST < value < MOST:
            if value is not MISSING:
                text = value_is(shown(value))
                later: Callable[[], None] = lambda: recorder.write_mark(lane, text, "plain")
                if drawn:
                    later()
                else:
                    recorder.leave_out(lane, later, 0)
        elif drawn:
            for level in (counted.greatest, value) if counted.greatest > value else (value,):
                recorder.write_gauge(lane, level)
        else:
            recorder.leave_out_levels(lane, counted.greatest, value)


def _call_of(code: CodeType, frame: FrameType | None) -> int | None:
    """The innermost call of a function that is under way, or None."""
    while frame is not None:
        if frame.f_code is code:
            return id(frame)
        frame = real_back(frame)
    return None
