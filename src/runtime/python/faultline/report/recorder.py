"""The recorder: one method for each word of the event vocabulary, written as fixed-width records."""

from collections.abc import Callable
from typing import NamedTuple

from ..cpython.aside import made_by_us
from .records import Cap, Send
from .sampled import Sampled
from .sampler import LeftOut
from .writing import HALF

# The same lists, in the same order, as `src/trace/vocabulary.ts`; a test compares the two.
WORDS = ("track", "open", "close", "mark", "gauge", "tally", "state", "link", "print")
TONES = ("plain", "good", "bad", "note")
STREAMS = ("stdout", "stderr")

TRACK, OPEN, CLOSE, MARK, GAUGE, TALLY, STATE, LINK, PRINT = range(len(WORDS))

# As many events as a lane is taken for: it begins, ends, and does something.
LANE = 4
# So many lanes have one of their own that says how much of them was left out.
_MOST_COUNTED = 100


@made_by_us
class Place(NamedTuple):
    """A line of the program. `file` is the path as the learner knows it, `line` counts from 1."""

    file: str
    line: int


class Recorder(Sampled):
    """Turns what probes report into records.

    What a program makes (lanes), what it prints and what goes wrong is always written; of all else very many are
    sampled."""

    def __init__(
        self,
        now: Callable[[], int],
        send: Send,
        *,
        most_events: int,
        most_chars: int,
        full: Callable[[Cap], None],
        normalised: Callable[[str], str] = str,
    ) -> None:
        super().__init__(now, send, most=most_events // 2, full=full, normalised=normalised)
        self._chars_left = most_chars
        # So many lanes are what a program may make.
        self._lanes_left = most_events // LANE
        self._labels: list[str] = []
        self._spans = 0
        # Lanes that have had a span, and spans that are not written.
        self._spanned: set[int] = set()
        self._unwritten: set[int] = set()
        # The lanes that say how much was left out, by the lane of which it was.
        self._counting: dict[int, int] = {}
        self._last_print = ("", -1)

    @property
    def room(self) -> int:
        """How many more characters of output there is room for."""
        return self._chars_left

    # -- words ---------------------------------------------------------------------------------------------------

    def track(self, label: str, parent: int = -1) -> int:
        """Declares a lane and returns its number."""
        number = len(self._roots)
        self._roots.append(number if parent < 0 else self._roots[parent])
        self._sampler_of.append(None)
        self._labels.append(label)
        self._lanes_left -= 1
        if self._lanes_left < 0 and self._open:
            self._reach("lanes")
        self._write(TRACK, number, None, label, parent)
        return number

    def open(self, track: int, name: str, place: Place | None = None) -> int:
        """Begins a span on a track and returns its number, which `close` takes."""
        span = self._spans
        self._spans += 1
        if track in self._spanned and not self.draws(track):
            self._sampler(track).leave_out(track)
            self._unwritten.add(span)
            return span
        self._spanned.add(track)
        self._write(OPEN, track, place, name, span)
        return span

    def close(self, track: int, span: int, outcome: str, place: Place | None = None) -> None:
        """Ends a span with its outcome."""
        if span in self._unwritten:
            self._unwritten.discard(span)
            return
        later = self._sampler(track).later.pop(track, None)
        if later is not None:
            later()
        self._write(CLOSE, track, place, outcome, span)

    def mark(self, track: int, name: str, tone: str = "plain", place: Place | None = None) -> None:
        """A point in time on a track."""
        if tone == "bad" or self.draws(track):
            self.write_mark(track, name, tone, place)
        else:
            self._sampler(track).leave_out(track)

    def write_mark(self, track: int, name: str, tone: str, place: Place | None = None) -> None:
        """A mark, for who has asked `draws` before."""
        self._write(MARK, track, place, name, TONES.index(tone))

    def gauge(self, track: int, value: int) -> None:
        """From now on this track's level is `value`."""
        if self.draws(track):
            self.write_gauge(track, value)
        else:
            self._sampler(track).leave_out(track)
            self.leave_out_levels(track, value, value)

    def write_gauge(self, track: int, value: int) -> None:
        """A level, for who has asked `draws` before."""
        self._write(GAUGE, track, None, *divmod(value, HALF))

    def tally(self, track: int, amount: int = 1, place: Place | None = None) -> None:
        """`amount` more of what this track counts."""
        if self.draws(track):
            self._write(TALLY, track, place, *divmod(amount, HALF))
        else:
            self._sampler(track).leave_out_amount(track, amount)

    def state(self, track: int, state: str, detail: str | None = None, place: Place | None = None) -> None:
        """From now on this track is in this state; `detail` says what about it."""
        if self.draws(track):
            self.write_state(track, state, detail, place)
        else:
            self.leave_out(track, lambda: self.write_state(track, state, detail, place))

    def write_state(self, track: int, state: str, detail: str | None = None, place: Place | None = None) -> None:
        """A state, for who has asked `draws` before."""
        self._write(STATE, track, place, state, -1 if detail is None else detail)

    def leave_out_state(self, track: int, state: int, detail: int, file: int, line: int) -> None:
        """A state that is not written, for who has asked `draws` before and else says `put`: of texts that are numbered
        already."""
        self.leave_out(track, lambda: self.put(STATE, track, file, line, state, detail))

    def link(self, track: int, to: int, why: str, place: Place | None = None) -> None:
        """Something on one track caused something on another."""
        self._write(LINK, track, place, to, why)

    def print(self, track: int, text: str, stream: str) -> None:
        """Text the program wrote. What exceeds the cap is cut, and the cap reported."""
        if not self._open:
            return
        text = self._normalised(text)
        kept = text[: self._chars_left]
        self._chars_left -= len(kept)
        self._write(PRINT, track, None, kept, STREAMS.index(stream))
        if len(kept) < len(text):
            self._reach("output")

    def _say(self, left_out: LeftOut) -> None:
        for later in left_out.later:
            later()
        for track, (peak, level) in left_out.levels:
            for value in (peak, level) if peak > level else (level,):
                self.write_gauge(track, value)
        for track, amount in left_out.amounts:
            self._write(TALLY, track, None, *divmod(amount, HALF))
        for track, count in left_out.counts:
            self._write(TALLY, self._counted(track), None, *divmod(count, HALF))

    def _counted(self, track: int) -> int:
        """The lane that says how much of a lane was left out: one for each, and one for all of a root's if there are
        many."""
        if not self._counting:
            self._counting[-1] = self.track("left out")
        of = track if track in self._counting or len(self._counting) < _MOST_COUNTED else self._roots[track]
        if of not in self._counting:
            self._counting[of] = self.track(self._labels[of], self._counting[-1])
        return self._counting[of]

    def _write(self, word: int, track: int, place: Place | None, a: int | str, b: int | str) -> None:
        if not self._open:
            return
        self.busy += 1
        try:
            file, line = (-1, -1) if place is None else (self._intern(place.file), place.line or 0)
            if isinstance(a, str):
                a = self._printed(a) if word == PRINT else self.number(a)
            if isinstance(b, str):
                b = self.number(b)
        finally:
            self.busy -= 1
        self.put(word, track, file, line, a, b)

    def _printed(self, text: str) -> int:
        """The number of a text that is printed. Of what was printed only the last is known again: a program may print
        without end, and nothing of it is to be kept."""
        last, number = self._last_print
        if number < 0 or last != text:
            number = self._add(text)
            self._last_print = (text, number)
        return number
