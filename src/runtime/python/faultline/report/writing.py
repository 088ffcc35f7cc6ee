"""Writes records in Python: what `native/records.ts` does in WebAssembly, for where there is none."""

from array import array
from collections.abc import Callable
from struct import Struct

RECORD_INTS = 8
HALF = 2**31

# Numbers that both know, in words of 64 bits: how many integers are written, and how many are a batch; whether anything
# is written at all; the time of the last record, in microseconds and parts of one. Native code also needs the addresses
# of the integers, of the clock's function, and of the one that sends a batch; the number of events that are still all
# written, before they are sampled; and the address of the bytearray of a clock that it can read by itself, or 0.
USED, BATCH, OPEN, TIME, PART, INTEGERS, CLOCK, FLUSH, EVENTS, REAL = range(10)
NUMBERS = 10

# Events lie this many microseconds before the clock at most, as they are at least 1 µs apart. Beyond that they lie the
# smallest part of a microsecond apart that is written, and so they do on a clock so late that a page counts no parts.
_AHEAD = 100
PARTS = 1024
_WHOLE_ONLY = 2**42

_INT_BYTES = array("i").itemsize
_pack = Struct(f"{RECORD_INTS}i").pack_into

Put = Callable[[int, int, int, int, int, int], None]
PutTwo = Callable[[int, int, int, int, int, int, int, int, int, int], None]


def in_python(
    numbers: "memoryview[int]", integers: "array[int]", now: Callable[[], int], flush: Callable[[], None]
) -> tuple[Put, PutTwo]:
    """`put` and `put_two` of records. There is always room for two more among the integers."""

    def put(word: int, track: int, file: int, line: int, a: int, b: int) -> None:
        if numbers[OPEN]:
            write(now(), word, track, file, line, a, b)
            if numbers[USED] >= numbers[BATCH]:
                flush()

    def put_two(
        word: int, track: int, file: int, line: int, a: int, b: int, then: int, on: int, c: int, d: int
    ) -> None:
        time = now()
        if time <= numbers[TIME] or time >= HALF - 1 or line < 1 or not numbers[OPEN]:
            put(word, track, file, line, a, b)
            put(then, on, -1, -1, c, d)
            return
        write(time, word, track, file, line, a, b)
        write(time + 1, then, on, -1, -1, c, d)
        if numbers[USED] >= numbers[BATCH]:
            flush()

    def write(time: int, word: int, track: int, file: int, line: int, a: int, b: int) -> None:
        if line < 1:
            # What CPython adds of its own stands at line 0, or at none, and so do files that a program makes up.
            file = line = -1
        # Browsers round their clocks to as much as 100 µs, and a clock of steps stands between two. So that events keep
        # their order, they are at least 1 µs apart, and less once that has led too far ahead of the clock.
        last, part = numbers[TIME], 0
        if time <= last:
            if last - time < _AHEAD or last >= _WHOLE_ONLY:
                time = last + 1
            else:
                time, part = last, numbers[PART] + 1
                if part == PARTS:
                    time, part = last + 1, 0
        # No call among these lines but the last: a finaliser that prints, and so comes in here, can only run after one.
        numbers[TIME], numbers[PART] = time, part
        high, low = time // HALF, time % HALF
        used = numbers[USED]
        numbers[USED] = used + RECORD_INTS
        _pack(integers, used * _INT_BYTES, word | part << 8, high, low, track, file, line, a, b)

    return put, put_two
