"""Quick looks at global variables that are whole numbers: what is done here is done once for each instruction."""

from collections.abc import Callable, Mapping
from functools import partial
from types import FrameType
from typing import Any

from ...accesses.sites import Site
from ...cpython.value_stack import MISSING, ValueStack
from ...report import facts
from ...report.recorder import GAUGE, MARK
from ...scheduler.steps import InstructionCallback
from ...scheduler.thread import VirtualThread
from ..stage import Stage
from .counting import Counting
from .mistakes import Mistake, Mistakes
from .turn import ALL_OF_ONE, Turn
from .variable import Counted, Seen, Variable, recorded_access
from .variables import Variables

Slow = Callable[[Site, Seen, FrameType], object]
Report = Callable[[Mistake, VirtualThread, Seen], None]


class WholeNumbers:
    """Makes looks at global variables that do nearly nothing but count. What they do not expect, they leave to `slow`.

    A loop of increments is what people trace; each of its reads and writes passes here.
    """

    def __init__(
        self,
        stage: Stage,
        stack: ValueStack,
        mistakes: Mistakes,
        serial: Callable[[], int],
        turn: Turn,
        tracks: Mapping[VirtualThread, int],
        variables: Variables,
        counting: Counting,
    ) -> None:
        self._recorder = stage.recorder
        self._scheduler = stage.scheduler
        self._stack = stack
        self._mistakes = mistakes
        self._serial = serial
        self._turn = turn
        self._tracks = tracks
        self._variables = variables
        self._counting = counting

    def read(self, site: Site, seen: Seen, slow: Slow) -> InstructionCallback:
        """A look at an instruction that reads a global variable."""
        record, scheduler = self._recorder.put, self._scheduler
        number, number_of_path = self._recorder.number, self._recorder.number_of_path
        place, line, name, test = -1, site.line, site.name, site.test
        find, serial, tracks = self._variables.global_variable, self._serial, self._tracks
        texts: dict[int, int] = {}
        reports = self._reports
        # Of no variable until the module's dictionary is known, once its code runs.
        counted, variable, names = Counted(), Variable(""), None

        def callback(frame: FrameType) -> None:
            nonlocal counted, variable, names, place
            if names is None:
                names = frame.f_globals
                variable = find(names, name, site.label)
                counted, place = variable.counted, number_of_path(seen.file)
            value = names.get(name)
            if type(value) is not int or frame.f_globals is not names:
                slow(site, seen, frame)
                return
            thread = scheduler.current
            reported = reports(variable, names, name)
            if reported is None:
                slow(site, seen, frame)
                return
            if reported:
                text = texts.get(value)
                if text is None:
                    text = texts[value] = number(facts.read(variable.label, str(value)))
                record(MARK, tracks[thread], place, line, text, 0)
            else:
                counted.read(seen, test)
            made = variable.reads[thread] = recorded_access((serial(), variable.version, value, id(frame), test))
            if test:
                variable.tests[thread] = made

        return callback

    def write(
        self,
        site: Site,
        seen: Seen,
        slow: Slow,
        lane: Callable[[Variable], int],
        report: Report,
        is_told: Callable[[Mistake], bool],
    ) -> InstructionCallback:
        """A look at an instruction that writes a global variable. `report` gets what has gone wrong by it; where that
        `is_told` in words, so is the write."""
        recorder, scheduler = self._recorder, self._scheduler
        number, number_of_path = recorder.number, recorder.number_of_path
        whole, mistakes = self._stack.whole, self._mistakes
        place, line, name = -1, site.line, site.name
        find, serial, tracks = self._variables.global_variable, self._serial, self._tracks
        wrote = self._turn.wrote
        texts = dict[int, int]()
        reports = self._reports
        counted, variable, names = Counted(), Variable(""), None

        def callback(frame: FrameType) -> None:
            nonlocal counted, variable, names, place
            value = whole(frame)
            if names is None:
                names = frame.f_globals
                variable = find(names, name, site.label)
                counted, place = variable.counted, number_of_path(seen.file)
            if value is None or frame.f_globals is not names:
                slow(site, seen, frame)
                return
            thread = scheduler.current
            reported = reports(variable, names, name)
            if reported is None:
                slow(site, seen, frame)
                return
            mistake = mistakes.write(variable, thread, value, id(frame), serial())
            if reported or (mistake is not None and is_told(mistake)):
                text = texts.get(value)
                if text is None:
                    text = texts[value] = number(facts.wrote(variable.label, str(value)))
                track = lane(variable)
                if track < 0:
                    recorder.put(MARK, tracks[thread], place, line, text, 0)
                else:
                    # A digit of 30 bits is below the half that goes in the first number of a gauge.
                    recorder.put_two(MARK, tracks[thread], place, line, text, 0, GAUGE, track, 0, value)
            else:
                counted.write(seen, value)
            wrote(counted)
            if mistake is not None:
                report(mistake, thread, seen)

        return callback

    def _reports(self, variable: Variable, names: dict[str, Any], name: str) -> bool | None:
        """A variable is accessed, which is counted among its accesses. Whether it is reported, or None where that is
        left to `slow`, which counts it then. If there have been very many, only the first one in each turn is reported;
        native code is told to count from there on, until the turn ends."""
        counted, turn = variable.counted, self._turn
        if not counted.now and counted.accesses < ALL_OF_ONE:
            if turn.reports(counted):
                return True
            counted.accesses -= 1
            return None
        self._variables.sweep()
        reported = turn.reports(counted)
        if not counted.now:
            turn.count(variable, partial(names.get, name, MISSING))
        self._counting.know_global(names, name, counted)
        return reported
