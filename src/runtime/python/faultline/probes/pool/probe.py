"""Listens to SQLAlchemy's pools and engines, from when the program imports it."""

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

from ...cpython.frames import real_back
from ...cpython.import_hooks import after_import
from ..stage import Stage
from .collector import Collector
from .connections import Connections
from .ending import has_ended
from .pools import Pools
from .requests import Requests
from .statements import Statements

# What finalises a connection that the program has let go of: `_finalize_fairy(dbapi, record, pool, ref, ...)`.
_FINALISER = "_finalize_fairy"


class PoolProbe:
    """Reports pools and their connections below `connections`, waits below `requests`, and what both add up to.

    It never imports SQLAlchemy: a program that does not use it pays nothing.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._collector = Collector(stage)
        self._pools = Pools(stage)
        self._connections = Connections(stage, self._pools)
        self._statements = Statements(stage, self._connections)
        self._requests = Requests(stage, self._pools)
        after_import(stage.replacements, "sqlalchemy", self._listen, stage.locate)

    def finish(self) -> None:
        """Connections that are still out stay open: that is what happened."""

    def _listen(self, _sqlalchemy: ModuleType) -> None:
        pool, event, engine, errors = (sys.modules[f"sqlalchemy.{name}"] for name in ("pool", "event", "engine", "exc"))
        connections, statements = self._connections, self._statements
        for target, name, listener in (
            (pool.Pool, "connect", connections.opened),
            (pool.Pool, "checkout", connections.taken),
            (pool.Pool, "checkin", self._returned),
            (pool.Pool, "reset", self._reset),
            (pool.Pool, "invalidate", connections.invalidated),
            (pool.Pool, "detach", connections.detached),
            (pool.Pool, "close", connections.closed),
            (pool.Pool, "close_detached", connections.closed),
            (engine.Engine, "before_cursor_execute", statements.executes),
            (engine.Engine, "handle_error", statements.failed),
            (engine.Engine, "begin", statements.begins),
            (engine.Engine, "commit", statements.commits),
            (engine.Engine, "rollback", statements.rolls_back),
        ):
            self._listen_to(event, target, name, listener)
        replacements = self._stage.replacements
        around = self._requests.around(errors.TimeoutError)
        for owner in (pool.Pool, pool.SingletonThreadPool):
            # The latter has a way in of its own.
            if "connect" in vars(owner):
                replacements.wrap(owner, "connect", around)

    def _listen_to(self, event: Any, target: Any, name: str, listener: Callable[..., object]) -> None:
        # Another version of SQLAlchemy may keep things elsewhere. The program must not feel that.
        guarded = self._stage.guarded(listener)

        def guarded_listener(*args: Any) -> None:
            if not has_ended(self._stage.scheduler):
                guarded(*args)

        event.listen(target, name, guarded_listener)
        self._stage.replacements.on_restore(lambda: event.remove(target, name, guarded_listener))

    def _returned(self, _dbapi: Any, record: Any) -> None:
        by, (let_go, fairy) = "returned", _what_ends()
        if let_go:
            by = "collected" if self._collector.at_work else "dropped"
        if self._connections.returned(record, by, fairy) and by == "collected":
            self._collector.brought_back()

    def _reset(self, dbapi: Any, record: Any, *_about: Any) -> None:
        # Of those who share a connection only the first to give it back checks it in. The others come no further.
        if record is not None and record.fairy_ref is None:
            self._returned(dbapi, record)


def _what_ends() -> tuple[bool, Any]:
    """Whether a connection comes back because nothing refers to it any more, not because it was given back; and what
    had been handed out for it."""
    frame = sys._getframe(1)
    while frame is not None:
        code = frame.f_code
        if code.co_name == _FINALISER:
            return frame.f_locals.get("ref") is not None, frame.f_locals.get("fairy")
        frame = real_back(frame)
    return False, None
