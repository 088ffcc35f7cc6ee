"""What the tests work with: a machine whose time is a number, and a reader of recorded events."""

import asyncio
import sys
import time
from array import array
from collections.abc import Callable
from typing import Any, NamedTuple

from faultline.report.fact import NOTHING, SEPARATOR
from faultline.report.recorder import STREAMS, TONES, WORDS, Recorder
from faultline.report.writing import HALF, PARTS, RECORD_INTS
from faultline.scheduler.strategies.manual import Stride

# On the product's image, and not under CPython itself.
ON_IMAGE = sys.platform == "emscripten"
if ON_IMAGE:
    from pyodide import webloop

    # Pyodide has put another in its place.
    standard_run: Any = webloop._orig_run
else:
    standard_run = asyncio.run


class TestMachine:
    """A machine that waits in no time at all. `stop_after` pauses or breaths the person presses Stop; each look at the
    clock takes `tick` seconds. A `real` one has the system's clock, as native code wants it.
    """

    __test__ = False
    most_threads = 1

    def __init__(self, stop_after: int | None = None, tick: float = 0.0, *, real: bool = False) -> None:
        self.time = 100.0
        self.now: Callable[[], float] = time.perf_counter if real else self._now
        self._tick = tick
        self.pauses: list[float] = []
        self.breaths = 0
        self._stop_after = stop_after

    def _now(self) -> float:
        self.time += self._tick
        return self.time

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.time += seconds

    def poll_host(self) -> None:
        self.breaths += 1

    def release_reserve(self) -> None:
        """Nothing is kept back."""

    def throttle(self) -> None:
        pass

    def stop_asked(self) -> bool:
        return self._stop_after is not None and len(self.pauses) + self.breaths >= self._stop_after

    def set_body(self, body: Callable[[int], None]) -> None:
        pass

    def grow(self, count: int) -> None:
        raise AssertionError("this machine has one carrier")

    def switch(self, carrier: int) -> None:
        raise AssertionError("this machine has one carrier")

    def ask(self, question: dict[str, Any]) -> tuple[int, Stride]:
        raise AssertionError("nobody is there to answer")


class Event(NamedTuple):
    """A record in words: strings and places resolved."""

    word: str
    track: str
    time: float
    place: str | None
    a: Any
    b: Any


class Tape:
    """Collects what a recorder sends and reads it back."""

    def __init__(self) -> None:
        self.batches: list[tuple[array[int], list[str]]] = []

    def send(self, records: "array[int]", strings: list[str]) -> None:
        self.batches.append((records, strings))

    @property
    def strings(self) -> list[str]:
        return [text for _, strings in self.batches for text in strings]

    def events(self) -> list[Event]:
        labels: list[str] = []
        strings = self.strings
        found: list[Event] = []
        for records, _ in self.batches:
            for start in range(0, len(records), RECORD_INTS):
                word, high, low, track, file, line, a, b = records[start : start + RECORD_INTS]
                name = WORDS[word & 0xFF]
                if name == "track":
                    labels.append(strings[a])
                place = f"{strings[file]}:{line}" if file >= 0 else None
                found.append(
                    Event(
                        name,
                        labels[track],
                        high * HALF + low + (word >> 8) / PARTS,
                        place,
                        *_arguments(name, a, b, strings),
                    )
                )
        return found

    def of(self, track: str) -> list[tuple[Any, ...]]:
        """What happened on one track, without times and places: `(word, a, b)`."""
        return [(event.word, event.a, event.b) for event in self.events() if event.track == track]


def _arguments(word: str, a: int, b: int, strings: list[str]) -> tuple[Any, Any]:
    match word:
        case "gauge" | "tally":
            return a * HALF + b, None
        case "mark":
            return strings[a], TONES[b]
        case "print":
            return strings[a], STREAMS[b]
        case "state":
            return strings[a], None if b < 0 else strings[b]
        case "link":
            return a, strings[b]
        case _:
            return strings[a], b


class CappedRecorder(Recorder):
    """Keeps in `caps` which caps have been reached."""

    caps: list[str]


def recorder(
    tape: Tape, *, now: Callable[[], int] = lambda: 0, most_events: int = 10_000, most_chars: int = 10_000
) -> CappedRecorder:
    """A recorder that writes to `tape`."""
    caps: list[str] = []
    made = CappedRecorder(now, tape.send, most_events=most_events, most_chars=most_chars, full=caps.append)
    made.caps = caps
    return made


def read_fact(text: str) -> list[str | None]:
    """The kind of a fact and its fields; a text that is no fact has None for its kind."""
    before, *parts = text.split(SEPARATOR)
    return [None] if before or not parts else [None if part == NOTHING else part for part in parts]
