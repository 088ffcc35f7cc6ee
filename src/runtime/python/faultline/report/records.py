"""Batches of records: eight 32-bit integers an event, and a table of the strings they name by number."""

from array import array
from collections.abc import Callable
from typing import Any, Literal

from ..cpython.aside import ASIDE
from ..cpython.native_state import NativeState
from .fact import SEPARATOR, Fact, shown
from .writing import BATCH, CLOCK, FLUSH, INTEGERS, NUMBERS, OPEN, PART, REAL, RECORD_INTS, TIME, USED, in_python

BATCH_RECORDS = 4096

# Characters of one name; and of all texts of a run together, of which half and a quarter are left when names are cut
# shorter, and to nothing.
MOST_NAME = 200
_SHORTER_NAME = 24
MOST_TEXT = 2_000_000

_BATCH_INTS = BATCH_RECORDS * RECORD_INTS
# Two records.
_ROOM = 2 * RECORD_INTS

Cap = Literal["lanes", "output"]

Send = Callable[["array[int]", list[str]], None]

# Makes what writes records, where native code does.
_native: Any = None


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
        self._send = send
        self._full = full
        # In which words a text is reported.
        self._normalised = normalised
        self._text_left = MOST_TEXT
        # Made once, before the program begins: its memory is not to grow and shrink with what is reported of it.
        self._records = array("i", bytes(array("i").itemsize * (_BATCH_INTS + _ROOM)))
        # For native code.
        self.native_state = state = NativeState(NUMBERS)
        self._numbers = numbers = memoryview(state).cast("q")
        numbers[BATCH], numbers[OPEN], numbers[TIME] = _BATCH_INTS, 1, -1
        # `put(word, track, file, line, a, b)` writes a record whose texts are numbered already, which is the quick way.
        # `put_two(word, track, file, line, a, b, then, on, c, d)` writes two, the second without a place.
        self.put, self.put_two = (
            in_python(numbers, self._records, lambda: self._now(), self.flush)
            if _native is None
            else (_native.put(state), _native.putTwo(state))
        )
        self._now = now
        self._tell_addresses()
        self._strings: dict[str, int] = {}
        self._new_strings: list[str] = []
        self._numbered = 0
        # Above zero while records are being written or sent. An interruption must leave them alone meanwhile.
        self.busy = 0

    @property
    def last_time(self) -> int:
        """The first whole microsecond that is not before the last record, or -1."""
        return self._numbers[TIME] + (1 if self._numbers[PART] else 0)

    @property
    def _open(self) -> bool:
        return self._numbers[OPEN] != 0

    def number(self, text: str) -> int:
        """The number of a name, for `put`."""
        # Only what our own code has made is a fact.
        name = self._normalised(shown(text) if text[:1] == SEPARATOR and type(text) is not Fact else text)
        number = self._strings.get(name)
        return self._intern(self._cut(name)) if number is None else number

    def number_of_path(self, path: str) -> int:
        """The number of the path of a file, for `put`."""
        return self._intern(path)

    def flush(self) -> None:
        """Sends what has been recorded since the last flush."""
        if self.busy:
            if len(self._records) - self._numbers[USED] < _ROOM:
                self._records.extend([0] * _BATCH_INTS)
                self._tell_addresses()
            return
        if not (self._numbers[USED] or self._new_strings):
            return
        self.busy += 1
        try:
            with ASIDE:
                # In a call of its own: what it keeps in variables is gone before it is no longer ours.
                self._send_all()
        finally:
            self.busy -= 1

    def _send_all(self) -> None:
        records, strings = self._records[: self._numbers[USED]], self._new_strings
        self._numbers[USED], self._new_strings = 0, []
        self._send(records, strings)

    def stand_still(self, time: int) -> None:
        """The run has ended at this microsecond. The clock is still read: others ask for its latest reading."""
        read = self._now

        def stands() -> int:
            read()
            return time

        self._now = stands
        self._tell_addresses()

    def stop(self) -> None:
        """Records nothing from now on: what an ended run still does is not part of the run."""
        self._numbers[OPEN] = 0

    @property
    def is_clock_native(self) -> bool:
        """Whether native code reads the clock by itself."""
        return self._numbers[REAL] != 0

    def _tell_addresses(self) -> None:
        numbers, now, flush = self._numbers, self._now, self.flush
        numbers[INTEGERS], _ = self._records.buffer_info()
        numbers[CLOCK], numbers[FLUSH] = id(now), id(flush)
        # A function of native code works on the clock's state.
        clock = getattr(now, "__self__", None)
        numbers[REAL] = id(clock) if isinstance(clock, NativeState) else 0
        self.native_state.kept = (self._records, now, flush)

    def _reach(self, cap: Cap) -> None:
        self._numbers[OPEN] = 0
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


def write_natively(native: Any) -> None:
    """From now on records are written by native code, which `worker/native.ts` has put there."""
    global _native
    _native = native
