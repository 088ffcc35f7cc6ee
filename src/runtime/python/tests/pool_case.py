"""What a test of the pool probe starts from: a pool in name only, and the probe's parts around it."""

import sys
from typing import Any

from faultline.cpython.replacements import Replacements
from faultline.probes.pool.connections import Connections
from faultline.probes.pool.pools import Pools
from faultline.probes.stage import Stage
from faultline.report.recorder import Recorder
from faultline.source.locate import Locate

from .stage import Tape
from .threads_case import ThreadsCase


class Queue:
    def __init__(self, maxsize: int) -> None:
        self.maxsize = maxsize


class QueuePool:
    """What the probe reads of SQLAlchemy's."""

    def __init__(self, size: int, overflow: int, timeout: float) -> None:
        self._pool = Queue(size)
        self._max_overflow = overflow
        self._timeout = timeout


class NullPool:
    pass


class Engine:
    def __init__(self, pool: Any) -> None:
        self.pool = pool


class Record:
    def __init__(self, pool: Any) -> None:
        self._ConnectionRecord__pool = pool


class Fairy:
    """What SQLAlchemy hands out for a connection."""


class PoolProbeCase(ThreadsCase):
    def setUp(self) -> None:
        super().setUp()
        self.tape = Tape()
        self.recorder = Recorder(
            self.scheduler.clock.micros,
            self.tape.send,
            most_events=10_000,
            most_chars=1000,
            full=lambda cap: self.fail(f"{cap} cap reached"),
        )
        self.replacements = Replacements()
        self.addCleanup(self.replacements.restore)
        # The tests are the program.
        tests = sys.modules[type(self).__module__].__file__
        locate: Locate = lambda name: "main.py" if name == tests else None
        self.stage = Stage(self.recorder, self.replacements, self.scheduler, locate, None, "")
        before = len(self.scheduler.watchers.on_block)
        self.addCleanup(lambda: self.scheduler.watchers.on_block.__delitem__(slice(before, None)))
        self.pools = Pools(self.stage)
        self.connections = Connections(self.stage, self.pools)

    def of(self, track: str) -> list[tuple[Any, ...]]:
        self.recorder.flush()
        return self.tape.of(track)

    def levels(self, track: str) -> list[int]:
        return [level for word, level, _ in self.of(track) if word == "gauge"]
