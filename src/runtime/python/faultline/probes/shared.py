"""What threads do to the variables they share, with values, and which of it went wrong."""

from collections.abc import Mapping
from sys import getrefcount
from types import CodeType, FrameType
from typing import Any
from weakref import ref

from ..recorder import Place
from ..scheduler.naming import name_in
from ..scheduler.steps import Look
from ..scheduler.thread import VirtualThread
from ..stepping.classes import module_of, name_of
from ..stepping.sites import Site
from ..stepping.touch import WHOLE, Touch
from ..stepping.touches import Looks
from ..stepping.value_stack import MISSING, ValueStack
from .mistakes import Mistake, Mistakes, Variable
from .shown import shown
from .stage import Stage
from .whole_numbers import WholeNumbers

# Types of the library's own things for threads: that one was looked at says nothing about the program's data.
_LIBRARY = ("threading", "_thread", "queue", "_queue", "concurrent.futures", "asyncio", "contextvars", "logging")

_MOST_SENTENCES = 200
# What counting the references to something tells when there is one.
_KEPT: tuple[list[object]] = ([],)
_ALONE = getrefcount(_KEPT[0])
# So many of the latest containers are looked at each time whether they are still needed.
_NEWEST = 4


class Shared:
    """Reports reads and writes as marks on the lanes of threads, values below `shared`, and mistakes as tallies."""

    def __init__(self, stage: Stage, tracks: Mapping[VirtualThread, int]) -> None:
        self._recorder = stage.recorder
        self._scheduler = stage.scheduler
        self._locate = stage.locate
        # The lane of each thread; that of the main thread is there from its first instruction on.
        self._tracks = tracks
        self._stack = ValueStack()
        self._looks = Looks(self._stack, stage.locate)
        self._root = stage.recorder.track("shared")
        self._mistake_tracks = {kind: stage.recorder.track(kind) for kind in Mistakes.KINDS}
        self._mistakes = Mistakes()
        self._whole_numbers = WholeNumbers(stage.recorder, stage.scheduler, self._stack, self._mistakes)
        self._sentences = dict.fromkeys(Mistakes.KINDS, 0)
        self._variables: dict[tuple[Any, ...], Variable] = {}
        # By address: what has variables, and their keys.
        self._owners: dict[int, tuple[object, list[tuple[Any, ...]]]] = {}
        # The addresses of those that could not be referred to weakly.
        self._loose: list[int] = []
        # Whose turn it is to be looked at.
        self._turn = 0

    def prepare(self, site: Site, code: CodeType) -> Look:
        """What to do whenever the instruction at `site` is about to be executed."""

        def slow(frame: FrameType) -> None:
            self.watch(site, frame)

        if site.kind not in ("global read", "global write"):
            return slow
        file = self._locate(code.co_filename)
        quick: Look | None = None

        def first(frame: FrameType) -> None:
            # The module's dictionary is known once its code runs.
            nonlocal quick
            if quick is None and file is not None:
                quick = self._quick(site, file, frame, slow)
            (quick or slow)(frame)

        return first

    def _quick(self, site: Site, file: str, frame: FrameType, slow: Look) -> Look:
        key = ("global", id(frame.f_globals), site.name)
        variable = self._variables.get(key)
        if variable is None:
            variable = self._variables[key] = Variable(site.label)
        make = self._whole_numbers
        if site.kind == "global read":
            return make.read(site, file, variable, frame.f_globals, self._tracks, slow)

        def tell(mistake: Mistake, thread: VirtualThread, line: int) -> None:
            self._tell(mistake, self._tracks[thread], Place(file, line))

        return make.write(site, file, variable, lambda: self._lane(variable), self._tracks, tell, slow)

    def watch(self, site: Site, frame: FrameType) -> None:
        """The running thread is about to execute the instruction at `site`."""
        if self._loose:
            self._sweep()
        touch = self._looks.at(site, frame)
        if touch is None:
            return
        for one in touch.all():
            if one.is_data and not _is_library(one):
                self._report(one, site, frame)

    def _report(self, touch: Touch, site: Site, frame: FrameType) -> None:
        recorder, thread = self._recorder, self._scheduler.current
        variable = self._variable(touch, frame)
        place = Place(self._locate(frame.f_code.co_filename) or "", site.line)
        value = None if touch.value is MISSING else shown(touch.value)
        track = self._tracks[thread]
        said = f"{variable.label} = {value}" if value is not None else variable.label
        recorder.mark(track, f"{'wrote' if touch.write else 'read'} {said}", "plain", place)
        if not touch.write:
            self._mistakes.read(variable, thread, value, id(frame), recorder.last_time, site.test)
            return
        mistake = self._mistakes.write(variable, thread, value, id(frame), recorder.last_time)
        if type(touch.value) is int and abs(touch.value) < 2**53:
            recorder.gauge(self._lane(variable), touch.value)
        elif value is not None:
            recorder.mark(self._lane(variable), f"= {value}", "plain", place)
        if mistake is not None:
            self._tell(mistake, track, place)

    def _tell(self, mistake: Mistake, track: int, place: Place) -> None:
        recorder, kind = self._recorder, mistake.kind
        recorder.tally(self._mistake_tracks[kind], 1, place)
        self._sentences[kind] += 1
        if self._sentences[kind] > _MOST_SENTENCES:
            return
        words = mistake.tell()
        recorder.mark(track, words.short, "bad", place)
        recorder.link(track, self._tracks[mistake.other], words.why, place)
        recorder.mark(self._mistake_tracks[kind], words.sentence, "bad", place)

    def _variable(self, touch: Touch, frame: FrameType) -> Variable:
        key = touch.key
        if touch.key[0] == "container" and touch.item is not WHOLE:
            key = (*touch.key, shown(touch.item))
        variable = self._variables.get(key)
        if variable is None:
            self._note_owner(touch.owner, key)
            variable = self._variables[key] = Variable(self._label(touch, frame))
            if touch.key[0] == "container" and touch.item is not WHOLE:
                variable.whole = self._variables.get(touch.key)
        return variable

    def _note_owner(self, owner: object, key: tuple[Any, ...]) -> None:
        """Sees to it that `key` is forgotten when `owner` is freed, whose address may then be used again."""
        address = id(owner)
        if address not in self._owners:
            try:
                kept: object = ref(owner, lambda _ref: self._forget(address))
            except TypeError:
                # Lists and dicts cannot be referred to weakly: they are let go soon after everybody else has.
                kept = owner
                self._loose.append(address)
            self._owners[address] = (kept, [])
        self._owners[address][1].append(key)

    def _sweep(self) -> None:
        """Lets go of containers that only we refer to: of some of the newest, and of the others one after the other."""
        for index in (*range(-min(_NEWEST, len(self._loose)), 0), self._turn):
            if getrefcount(self._owners[self._loose[index]][0]) <= _ALONE:
                self._forget(self._loose.pop(index))
                self._turn = 0
                return
        self._turn = (self._turn + 1) % len(self._loose)

    def let_go(self) -> None:
        """Lets go of the containers that are held, so that they are freed when the program would free them."""
        loose, self._loose = self._loose, []
        for address in loose:
            self._forget(address)

    def _forget(self, address: int) -> None:
        for key in self._owners.pop(address)[1]:
            del self._variables[key]

    def _label(self, touch: Touch, frame: FrameType) -> str:
        """What the program calls it: by the owner's name in the module, else as it is written at the site."""
        if touch.owner is None:
            return touch.label
        name = next((name for name, value in frame.f_globals.items() if value is touch.owner), None)
        if touch.key[0] == "attribute":
            return f"{name}.{touch.key[2]}" if name else touch.label or str(touch.key[2])
        name = name or touch.label or name_in(touch.owner, frame) or name_of(type(touch.owner))
        if touch.item is WHOLE:
            return name
        return name if name.endswith("]") else f"{name}[{shown(touch.item)}]"

    def _lane(self, variable: Variable) -> int:
        if variable.track is None:
            variable.track = self._recorder.track(variable.label, self._root)
        return variable.track


def _is_library(touch: Touch) -> bool:
    thing = touch.owner if touch.key[0] == "attribute" else touch.value
    return module_of(type(thing)).startswith(_LIBRARY)
