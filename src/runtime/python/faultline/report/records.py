"""Batches of records: eight 32-bit integers an event, and a table of the strings they name by number."""

from array import array
from collections.abc import Callable
from struct import Struct
from typing import Literal

from ..cpython.aside import ASIDE
from .fact import SEPARATOR, Fact, shown

RECORD_INTS = 8
HALF = 2**31
BATCH_RECORDS = 4096

# Events lie this many microseconds before the clock at most, as they are at least 1 µs apart. Beyond that they lie the
# smallest part of a microsecond apart that is written, and so they do on a clock so late that a page counts no parts.
_AHEAD = 100
PARTS = 1024
_WHOLE_ONLY = 2**42

# Characters of one name; and of all texts of a run together, of which half and a quarter are left when names are cut
# shorter, and to nothing.
MOST_NAME = 200
_SHORTER_NAME = 24
MOST_TEXT = 2_000_000

_BATCH_INTS = BATCH_RECORDS * RECORD_INTS
# Two records.
_ROOM = 2 * RECORD_INTS
_INT_BYTES = array("i").itemsize

_write_one = Struct(f"{RECORD_INTS}i").pack_into
_write_two = Struct(f"{_ROOM}i").pack_into

Cap = Literal["lanes", "output"]

Send = Callable[["array[int]", list[str]], None]


class Records:
    """Collects records and sends them batch by batch.

    `now` tells the run clock in microseconds. `send` takes a full batch. `full` is called once, with the cap that is
    reached, which speaks of what the program did; from then on nothing is recorded. `normalised` puts texts
    as they are to be recorded. The layout is documented in `src/trace/vocabulary.ts`."""

    def __init__(
        self,
        now: Callable[[], int],
        send: Send,
        *,
        full: Callable[[Cap], None],
        normalised: Callable[[str], str],
    ) -> None:
        self._now = now
        self._send = send
        self._full = full
        # In which words a text is reported.
        self._normalised = normalised
        self._text_left = MOST_TEXT
        # Made once, before the program begins: its memory is not to grow and shrink with what is reported of it.
        self._records = array("i", bytes(_INT_BYTES * (_BATCH_INTS + _ROOM)))
        self._used = 0
        self._strings: dict[str, int] = {}
        self._new_strings: list[str] = []
        self._numbered = 0
        self._last_time = -1
        # How many parts of a microsecond later than that the last record is.
        self._last_part = 0
        self._open = True
        # Above zero while records are being written or sent. An interruption must leave them alone meanwhile.
        self.busy = 0

    @property
    def last_time(self) -> int:
        """The first whole microsecond that is not before the last record, or -1."""
        return self._last_time + 1 if self._last_part else self._last_time

    def number(self, text: str) -> int:
        """The number of a name, for `put`."""
        # Only what our own code has made is a fact.
        name = self._normalised(shown(text) if text[:1] == SEPARATOR and type(text) is not Fact else text)
        number = self._strings.get(name)
        return self._intern(self._cut(name)) if number is None else number

    def number_of_path(self, path: str) -> int:
        """The number of the path of a file, for `put`."""
        return self._intern(path)

    def put(self, word: int, track: int, file: int, line: int, a: int, b: int) -> None:
        """Writes a record whose texts are numbered already. This is the quick way."""
        if not self._open:
            return
        if line < 1:
            # What CPython adds of its own stands at line 0, or at none, and so do files that a program makes up.
            file = line = -1
        # Browsers round their clocks to as much as 100 µs, and a clock of steps stands between two. So that events keep
        # their order, they are at least 1 µs apart, and less once that has led too far ahead of the clock.
        time, part = self._now(), 0
        last = self._last_time
        if time <= last:
            if last - time < _AHEAD or last >= _WHOLE_ONLY:
                time = last + 1
            else:
                time, part = last, self._last_part + 1
                if part == PARTS:
                    time, part = last + 1, 0
        # No call among these lines but the last: a finaliser that prints, and so comes in here, can only run after one.
        self._last_time, self._last_part = time, part
        high, low = divmod(time, HALF) if time >= HALF else (0, time)
        used = self._used
        self._used = used + RECORD_INTS
        _write_one(self._records, used * _INT_BYTES, word | part << 8, high, low, track, file, line, a, b)
        if used >= _BATCH_INTS - RECORD_INTS:
            self.flush()

    def put_two(
        self, word: int, track: int, file: int, line: int, a: int, b: int, then: int, on: int, c: int, d: int
    ) -> None:
        """Two records in one, the second without a place."""
        time = self._now()
        if time <= self._last_time or time >= HALF - 1 or line < 1 or not self._open:
            self.put(word, track, file, line, a, b)
            self.put(then, on, -1, -1, c, d)
            return
        self._last_time, self._last_part = time + 1, 0
        used = self._used
        self._used = used + _ROOM
        second = (then, 0, time + 1, on, -1, -1, c, d)
        _write_two(self._records, used * _INT_BYTES, word, 0, time, track, file, line, a, b, *second)
        if used >= _BATCH_INTS - _ROOM:
            self.flush()

    def flush(self) -> None:
        """Sends what has been recorded since the last flush."""
        if self.busy:
            if len(self._records) - self._used < _ROOM:
                self._records.extend([0] * _BATCH_INTS)
            return
        if not (self._used or self._new_strings):
            return
        self.busy += 1
        try:
            with ASIDE:
                # In a call of its own: what it keeps in variables is gone before it is no longer ours.
                self._send_all()
        finally:
            self.busy -= 1

    def _send_all(self) -> None:
        records, strings = self._records[: self._used], self._new_strings
        self._used, self._new_strings = 0, []
        self._send(records, strings)

    def stand_still(self, time: int) -> None:
        """The run has ended at this microsecond. The clock is still read: others ask for its latest reading."""
        read = self._now

        def stands() -> int:
            read()
            return time

        self._now = stands

    def stop(self) -> None:
        """Records nothing from now on: what an ended run still does is not part of the run."""
        self._open = False

    def _reach(self, cap: Cap) -> None:
        self._open = False
        self._full(cap)

    def _intern(self, text: str) -> int:
        number = self._strings.get(text)
        if number is None:
            with ASIDE:
                number = self._add(text)
                self._strings[text] = number
            self._text_left -= len(text)
        return number

    def _add(self, text: str) -> int:
        """Numbers a text that is not reported again."""
        # A lone surrogate cannot cross to JavaScript.
        sent = text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
        # No call among these lines: a finaliser that prints, and so comes in here, can only run after a call.
        number = self._numbered
        self._numbered = number + 1
        self._new_strings += [sent]
        return number

    def _cut(self, name: str) -> str:
        """A name as it is recorded, or each field of a fact: cut to what a picture can show, shorter where a run has
        very many."""
        left = self._text_left
        most = MOST_NAME if left > MOST_TEXT // 2 else _SHORTER_NAME if left > MOST_TEXT // 4 else 1
        if name[:1] == SEPARATOR:
            before, kind, *fields = name.split(SEPARATOR)
            # A fact without its kind says nothing. No kind is longer than this.
            return SEPARATOR.join([before, _cut(kind, _SHORTER_NAME), *[_cut(field, most) for field in fields]])
        return _cut(name, most)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
