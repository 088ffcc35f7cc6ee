"""The recorder: one method for each word of the event vocabulary, written as fixed-width records."""

from array import array
from collections.abc import Callable
from typing import Literal, NamedTuple

# The same lists, in the same order, as `src/trace/vocabulary.ts`; a test compares the two.
WORDS = ("track", "open", "close", "mark", "gauge", "tally", "state", "link", "print")
TONES = ("plain", "good", "bad", "note")
STREAMS = ("stdout", "stderr")

TRACK, OPEN, CLOSE, MARK, GAUGE, TALLY, STATE, LINK, PRINT = range(len(WORDS))

RECORD_INTS = 8
HALF = 2**31
BATCH_RECORDS = 4096

# Characters of one name, and of all texts of a run together.
MOST_NAME = 200
MOST_TEXT = 2_000_000
# Of names, details and reasons so many characters are kept. Output has its own cap.
LONGEST_NAME = 1000

Cap = Literal["events", "output", "text"]

Send = Callable[["array[int]", list[str]], None]


class Place(NamedTuple):
    """A line of the program. `file` is the path as the learner knows it, `line` counts from 1."""

    file: str
    line: int


class Recorder:
    """Turns what probes report into records of eight 32-bit integers and a table of strings beside them.

    `now` tells the run clock in microseconds. `send` takes a full batch. `full` is called once when the caps
    `most_events` or `most_chars` are reached (with `"events"` or `"output"`, or `"text"` when all names together are too
    long); from then on nothing is recorded.
    The layout is documented in `src/trace/vocabulary.ts`.
    """

    def __init__(
        self,
        now: Callable[[], int],
        send: Send,
        *,
        most_events: int,
        most_chars: int,
        full: Callable[[Cap], None],
    ) -> None:
        self._now = now
        self._send = send
        self._full = full
        self._events_left = most_events
        self._chars_left = most_chars
        self._records: array[int] = array("i")
        self._strings: dict[str, int] = {}
        self._new_strings: list[str] = []
        self._numbered = 0
        self._tracks = 0
        self._spans = 0
        self._last_time = -1
        self._open = True
        self._text_left = MOST_TEXT
        # Above zero while records are being written or sent. An interruption must leave the recorder alone meanwhile.
        self.busy = 0

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
        kept = text[: self._chars_left]
        self._chars_left -= len(kept)
        self._write(PRINT, track, None, kept, STREAMS.index(stream))
        if len(kept) < len(text):
            self._reach("output")

    # -- batches -------------------------------------------------------------------------------------------------

    def flush(self) -> None:
        """Sends what has been recorded since the last flush."""
        if self.busy or not (self._records or self._new_strings):
            return
        self.busy += 1
        try:
            records, strings = self._records, self._new_strings
            self._records, self._new_strings = array("i"), []
            self._send(records, strings)
        finally:
            self.busy -= 1

    def stop(self) -> None:
        """Records nothing from now on: what an ended run still does is not part of the run."""
        self._open = False

    def _reach(self, cap: Cap) -> None:
        self._open = False
        self._full(cap)

    def _write(self, word: int, track: int, place: Place | None, a: int | str, b: int | str) -> None:
        if not self._open:
            return
        if self._events_left <= 0:
            self._reach("events")
            return
        if self._text_left <= 0:
            self._reach("text")
            return
        self.busy += 1
        try:
            self._append(word, track, place, a, b)
        finally:
            self.busy -= 1
        if len(self._records) >= BATCH_RECORDS * RECORD_INTS:
            self.flush()

    def _append(self, word: int, track: int, place: Place | None, a: int | str, b: int | str) -> None:
        self._events_left -= 1
        if place is None:
            file = line = -1
        else:
            file, line = self._intern(place.file), place.line
        if isinstance(a, str):
            a = self._intern(a if word == PRINT else short(a))
        if isinstance(b, str):
            b = self._intern(short(b))
        while True:
            # Browsers round their clocks to as much as 100 µs. Events keep their order by being at least 1 µs apart.
            time = self._last_time = max(self._now(), self._last_time + 1)
            record = (word, *divmod(time, HALF), track, file, line, a, b)
            # A collection in between may have run a finaliser that printed, and so recorded, something.
            if time == self._last_time:
                break
        self._records.extend(record)

    def _intern(self, text: str) -> int:
        number = self._strings.get(text)
        if number is None:
            # A lone surrogate cannot cross to JavaScript.
            sent = text.encode("utf-8", "backslashreplace").decode("utf-8")
            self._text_left -= len(sent)
            # No call among these lines: a finaliser that prints, and so comes in here, can only run after a call.
            number = self._numbered
            self._numbered = number + 1
            self._new_strings += [sent]
            self._strings[text] = number
        return number


def short(name: str) -> str:
    """A name cut to what a picture can show."""
    return name if len(name) <= MOST_NAME else name[: MOST_NAME - 1] + "…"
