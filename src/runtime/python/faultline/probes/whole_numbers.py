"""The quick way for variables that hold whole numbers: what `Shared` reports, prepared once for each instruction."""

from collections.abc import Callable, Mapping
from types import FrameType

from ..recorder import GAUGE, MARK, Recorder
from ..scheduler.scheduler import Scheduler
from ..scheduler.steps import Look
from ..scheduler.thread import VirtualThread
from ..stepping.sites import Site
from ..stepping.value_stack import ValueStack
from .mistakes import Mistake, Mistakes, Variable, access


class WholeNumbers:
    """Makes looks at global variables that do nearly nothing but count. What they do not expect, they leave to `slow`.

    A loop of increments is what people trace; each of its reads and writes passes here.
    """

    def __init__(self, recorder: Recorder, scheduler: Scheduler, stack: ValueStack, mistakes: Mistakes) -> None:
        self._recorder = recorder
        self._scheduler = scheduler
        self._stack = stack
        self._mistakes = mistakes

    def read(
        self, site: Site, file: str, variable: Variable, names: object, tracks: Mapping[VirtualThread, int], slow: Look
    ) -> Look:
        """A look at an instruction that reads the global variable in `names`, the module's dictionary."""
        record, number, scheduler = self._recorder.put, self._recorder.number, self._scheduler
        place, line, name, test, label = number(file), site.line, site.name, site.test, variable.label
        texts: dict[int, int] = {}
        reads, tests = variable.reads, variable.tests

        def look(frame: FrameType) -> None:
            value = frame.f_globals.get(name)
            if type(value) is not int or frame.f_globals is not names:
                slow(frame)
                return
            text = texts.get(value)
            if text is None:
                text = texts[value] = number(f"read {label} = {value}")
            thread = scheduler.current
            serial = record(MARK, tracks[thread], place, line, text, 0)
            made = reads[thread] = access((serial, variable.version, value, id(frame), test))
            if test:
                tests[thread] = made

        return look

    def write(
        self,
        site: Site,
        file: str,
        variable: Variable,
        lane: Callable[[], int],
        tracks: Mapping[VirtualThread, int],
        tell: Callable[[Mistake, VirtualThread, int], None],
        slow: Look,
    ) -> Look:
        """A look at an instruction that writes the variable; `tell` is told what has gone wrong by it."""
        record, number, scheduler = self._recorder.put_two, self._recorder.number, self._scheduler
        whole, mistakes = self._stack.whole, self._mistakes
        place, line, label = number(file), site.line, variable.label
        texts: dict[int, int] = {}

        def look(frame: FrameType) -> None:
            value = whole(frame)
            if value is None:
                slow(frame)
                return
            text = texts.get(value)
            if text is None:
                text = texts[value] = number(f"wrote {label} = {value}")
            thread = scheduler.current
            track = variable.track
            if track is None:
                track = lane()
            # A digit of 30 bits is below the half that goes in the first number of a gauge.
            serial = record(MARK, tracks[thread], place, line, text, 0, GAUGE, track, 0, value)
            mistake = mistakes.write(variable, thread, value, id(frame), serial)
            if mistake is not None:
                tell(mistake, thread, line)

        return look
