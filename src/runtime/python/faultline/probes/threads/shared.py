"""What threads do to the variables they share, with values, and which of it went wrong."""

from collections.abc import Callable, Mapping
from gc import get_referents
from itertools import count
from types import CodeType, FrameType

from ...accesses.access import Access
from ...accesses.accesses import AccessReader
from ...accesses.sites import Site
from ...cpython.value_stack import MISSING, ValueStack
from ...report.fact import Fact
from ...report.facts import read, value_is, wrote
from ...report.recorder import Place
from ...scheduler.rules import Ruled
from ...scheduler.steps import InstructionCallback, Steps
from ...scheduler.thread import VirtualThread
from ..shown import brief, shown
from ..stage import Stage
from .counting import Counting
from .library_things import is_of_library
from .mistakes import Mistake, Mistakes
from .plain_sites import rule_of_plain
from .quiet_calls import QuietCalls
from .thread_exits import ThreadExits
from .turn import ALL_OF_ONE, Turn
from .variable import LEAST, MOST, Seen, Variable
from .variables import Variables
from .whole_numbers import WholeNumbers

_MOST_SENTENCES = 200
# So many variables have lanes. Of the others only what went wrong is reported.
_MOST_LANES = 1000
# So many accesses of a variable that only one thread has and that has no name are reported without a lane.
_LONG_UNNAMED = 50


class Shared:
    """Reports reads and writes as marks on the lanes of threads, values below `shared`, and mistakes as tallies.

    Of a variable that is accessed very often the first accesses are reported; later ones of each turn the first, the
    last of each kind, and what went wrong, the others being counted (`Turn`).
    """

    def __init__(self, stage: Stage, tracks: Mapping[VirtualThread, int], steps: Steps) -> None:
        self._recorder = stage.recorder
        self._scheduler = stage.scheduler
        self._locate = stage.locate
        # The lane of each thread; that of the main thread is there from its first instruction on.
        self._tracks = tracks
        self._stack = ValueStack()
        self._reader = AccessReader(self._stack, stage.locate)
        self._root = stage.recorder.track("shared")
        self._mistake_tracks = {kind: stage.recorder.track(kind) for kind in Mistakes.KINDS}
        # Numbers reads and writes in their order.
        self._serial = count(1).__next__
        exits = ThreadExits(stage.scheduler.watchers, self._serial)
        self._mistakes = Mistakes(exits.after)
        self._variables = Variables(stage, steps)
        self._counting = Counting(steps)
        self._turn = Turn(stage, self._mistakes, self._serial, tracks, self._lane, self._root, self._counting)
        self._quiet_calls = QuietCalls(self._reader, stage.locate, steps)
        self._whole_numbers = WholeNumbers(
            stage, self._stack, self._mistakes, self._serial, self._turn, tracks, self._variables, self._counting
        )
        self._sentences = dict.fromkeys(Mistakes.KINDS, 0)
        self._lanes = 0
        # Each with how many have been called so, but for a number.
        self._labels: dict[str, int] = {}
        # In a turn without an end there is something to see now and then.
        stage.scheduler.outside.on_counted_beat.append(self.end_turn)

    def end_turn(self) -> None:
        """The running thread is about to wait, to end or to be switched out."""
        self._turn.end()

    def let_go(self) -> None:
        """Lets go of what is held, so that it is freed when the program would free it."""
        self.end_turn()
        self._variables.let_go()

    def prepare(self, site: Site, code: CodeType) -> InstructionCallback | Ruled:
        """What to do whenever the instruction at `site` is about to be executed."""
        file = self._locate(code.co_filename)
        seen = Seen(code, file or "", site.line)
        self._counting.seen[id(seen)] = seen

        def slow(frame: FrameType) -> None:
            self.watch(site, seen, frame)

        callback: InstructionCallback = slow
        match site.kind:
            case "global read" if file is not None:
                callback = self._whole_numbers.read(site, seen, self.watch)
            case "global write" if file is not None:
                callback = self._whole_numbers.write(
                    site, seen, self.watch, self._lane, self._report_mistake, self._is_told
                )
            case "call" | "call_kw":
                return self._quiet_calls.callback_for(site, lambda frame: self.watch(site, seen, frame)) or slow
            case _:
                pass
        rule = rule_of_plain(site) or self._counting.rule(site, seen)
        return callback if rule is None else Ruled(callback, rule)

    def watch(self, site: Site, seen: Seen, frame: FrameType) -> bool:
        """The running thread is about to execute the instruction at `site`. Returns whether that accesses anything."""
        self._variables.sweep()
        access = self._reader.at(site, frame)
        if access is None:
            return False
        for one in access.all():
            if one.is_data and not is_of_library(one):
                self._report(one, site, seen, frame)
        return True

    def _report(self, access: Access, site: Site, seen: Seen, frame: FrameType) -> None:
        recorder, thread = self._recorder, self._scheduler.current
        variable = self._variables.of(access, frame)
        variable.accessed_by(thread)
        counted = variable.counted
        reported = self._turn.reports(counted)
        if not counted.now and (not reported or counted.accesses > ALL_OF_ONE):
            in_cell = access.key[0] == "cell"
            self._turn.count(
                variable, self._of_cell(site, frame) if in_cell else self._variables.look_up(access, frame)
            )
        if counted.now:
            self._counting.know(access, variable)
        value = None if access.value is MISSING else shown(access.value) if reported else brief(access.value)
        if reported:
            recorder.write_mark(
                self._tracks[thread], _access_fact(access, variable, value), "plain", Place(seen.file, seen.line)
            )
        if not access.write:
            if not reported:
                counted.read(seen, site.test)
            self._mistakes.read(variable, thread, value, id(frame), self._serial(), site.test)
            return
        mistake = self._mistakes.write(variable, thread, value, id(frame), self._serial())
        if not reported and mistake is not None and self._is_told(mistake):
            # What went wrong is reported in any case, with the write by which it did.
            reported = True
            recorder.write_mark(
                self._tracks[thread], _access_fact(access, variable, value), "plain", Place(seen.file, seen.line)
            )
        if reported:
            self._tell_value(variable, access, value, seen, frame)
        else:
            counted.write(seen, access.value)
        self._turn.wrote(counted)
        if mistake is not None:
            self._report_mistake(mistake, thread, seen)

    def _is_told(self, mistake: Mistake) -> bool:
        return self._sentences[mistake.kind] < _MOST_SENTENCES

    def _of_cell(self, site: Site, frame: FrameType) -> Callable[[], object]:
        """What tells the value of a variable of a closure until the turn ends."""
        cell = self._stack.variable(frame, site.number)
        return lambda: next(iter(get_referents(cell)), MISSING)

    def _tell_value(self, variable: Variable, access: Access, value: str | None, seen: Seen, frame: FrameType) -> None:
        if variable.track == -1 or (variable.track is None and self._lanes >= _MOST_LANES):
            return
        if variable.spare is not None:
            if not variable.shared and variable.counted.accesses < _LONG_UNNAMED:
                # One thread alone has it so far, and it may get a name.
                return
            # It may have got one since it was last looked for, and its lane keeps what it is called now.
            self._variables.name(variable, access, frame)
        lane = self._lane(variable)
        if type(access.value) is int and LEAST < access.value < MOST:
            self._recorder.write_gauge(lane, access.value)
        elif value is not None:
            self._recorder.write_mark(lane, value_is(value), "plain", Place(seen.file, seen.line))

    def _report_mistake(self, mistake: Mistake, thread: VirtualThread, seen: Seen) -> None:
        recorder, kind, place = self._recorder, mistake.kind, Place(seen.file, seen.line)
        track = self._tracks[thread]
        recorder.tally(self._mistake_tracks[kind], 1, place)
        self._sentences[kind] += 1
        if self._sentences[kind] > _MOST_SENTENCES:
            return
        fact = mistake.to_fact()
        recorder.mark(track, fact, "bad", place)
        recorder.link(track, self._tracks[mistake.other], fact, place)
        recorder.mark(self._mistake_tracks[kind], fact, "bad", place)

    def _lane(self, variable: Variable) -> int:
        """The lane of a variable's value; below 0 where there are too many."""
        if variable.track is None:
            self._lanes += 1
            if self._lanes > _MOST_LANES:
                variable.track = -1
            else:
                variable.label, variable.spare = self._label_of_lane(variable), None
                variable.track = self._recorder.track(variable.label, self._root)
        return variable.track

    def _label_of_lane(self, variable: Variable) -> str:
        """A label that no other lane has."""
        label = numbered = variable.spare or variable.label
        while numbered in self._labels:
            self._labels[label] += 1
            numbered = f"{label} ({self._labels[label]})"
        self._labels[numbered] = 1
        return numbered


def _access_fact(access: Access, variable: Variable, value: str | None) -> Fact:
    return (wrote if access.write else read)(variable.label, value)
