"""The recorder: one method for each word of the event vocabulary, written as fixed-width records."""

from collections.abc import Callable
from typing import NamedTuple

from .records import HALF, Cap, Records, Send, short

# The same lists, in the same order, as `src/trace/vocabulary.ts`; a test compares the two.
WORDS = ("track", "open", "close", "mark", "gauge", "tally", "state", "link", "print")
TONES = ("plain", "good", "bad", "note")
STREAMS = ("stdout", "stderr")

TRACK, OPEN, CLOSE, MARK, GAUGE, TALLY, STATE, LINK, PRINT = range(len(WORDS))


class Place(NamedTuple):
    """A line of the program. `file` is the path as the learner knows it, `line` counts from 1."""

    file: str
    line: int


class Recorder(Records):
    """Turns what probes report into records.

    Beside the caps of `Records` there is one for output, `most_chars`.
    """

    def __init__(
        self,
        now: Callable[[], int],
        send: Send,
        *,
        most_events: int,
        most_chars: int,
        full: Callable[[Cap], None],
        told: Callable[[str], str] = str,
    ) -> None:
        super().__init__(now, send, most_events=most_events, full=full, told=told)
        self._chars_left = most_chars
        self._tracks = 0
        self._spans = 0

    # -- words ---------------------------------------------------------------------------------------------------

    def track(self, label: str, parent: int = -1) -> int:
        """Declares a lane and returns its number."""
        number = self._tracks
        self._tracks += 1
        self._write(TRACK, number, None, label, parent)
        return number

    def open(self, track: int, name: str, place: Place | None = None) -> int:
        """Begins a span on a track and returns its number, which `close` takes."""
        span = self._spans
        self._spans += 1
        self._write(OPEN, track, place, name, span)
        return span

    def close(self, track: int, span: int, outcome: str, place: Place | None = None) -> None:
        """Ends a span with its outcome."""
        self._write(CLOSE, track, place, outcome, span)

    def mark(self, track: int, name: str, tone: str = "plain", place: Place | None = None) -> None:
        """A point in time on a track."""
        self._write(MARK, track, place, name, TONES.index(tone))

    def gauge(self, track: int, value: int) -> None:
        """From now on this track's level is `value`."""
        self._write(GAUGE, track, None, *divmod(value, HALF))

    def tally(self, track: int, amount: int = 1, place: Place | None = None) -> None:
        """`amount` more of what this track counts."""
        self._write(TALLY, track, place, *divmod(amount, HALF))

    def state(self, track: int, state: str, detail: str | None = None, place: Place | None = None) -> None:
        """From now on this track is in this state; `detail` says what about it."""
        self._write(STATE, track, place, state, -1 if detail is None else detail)

    def link(self, track: int, to: int, why: str, place: Place | None = None) -> None:
        """Something on one track caused something on another."""
        self._write(LINK, track, place, to, why)

    def print(self, track: int, text: str, stream: str) -> None:
        """Text the program wrote. What exceeds the cap is cut, and the cap reported."""
        if not self._open:
            return
        text = self._told(text)
        kept = text[: self._chars_left]
        self._chars_left -= len(kept)
        self._write(PRINT, track, None, kept, STREAMS.index(stream))
        if len(kept) < len(text):
            self._reach("output")

    def _write(self, word: int, track: int, place: Place | None, a: int | str, b: int | str) -> None:
        if self._events_left <= 0 or self._text_left <= 0 or not self._open:
            self._refuse()
            return
        self.busy += 1
        try:
            file, line = (-1, -1) if place is None else (self._intern(place.file), place.line)
            if isinstance(a, str):
                a = self._intern(a if word == PRINT else short(self._told(a)))
            if isinstance(b, str):
                b = self._intern(short(self._told(b)))
        finally:
            self.busy -= 1
        self.put(word, track, file, line, a, b)
