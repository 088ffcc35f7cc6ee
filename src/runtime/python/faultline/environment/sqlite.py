"""SQLite's connections among our threads: their busy wait, on the run clock.

SQLite waits for a locked database inside C code, where no other thread of ours can run: whoever holds the lock could
never give it back. So SQLite is set not to wait, and what it refuses is tried again from here.
"""

from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

from ..cpython.import_hooks import after_import
from ..cpython.replacements import Replacements
from ..scheduler.scheduler import Scheduler
from ..source.locate import Locate
from .sqlite_thread_check import home_of, keep_home

# Seconds between two tries, as SQLite itself has them; the last one from then on.
_DELAYS = (0.001, 0.002, 0.005, 0.01, 0.015, 0.02, 0.025, 0.025, 0.025, 0.05, 0.05, 0.1)
# What `sqlite3.connect` takes for its timeout when it is given none.
_TIMEOUT = 5.0
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED_SHAREDCACHE")


def install_sqlite(replacements: Replacements, scheduler: Scheduler, locate: Locate) -> None:
    """Makes connections wait where others can run meanwhile, from when the program imports `sqlite3`."""
    after_import(replacements, "sqlite3", lambda module: _replace(module, replacements, scheduler), locate)


def _replace(sqlite3: ModuleType, replacements: Replacements, scheduler: Scheduler) -> None:
    connection, cursor = _classes(sqlite3.Connection, sqlite3.Cursor, sqlite3.OperationalError, scheduler)
    keep_home(connection, cursor, sqlite3.ProgrammingError, scheduler)
    original = sqlite3.connect

    def connect(*args: Any, **options: Any) -> Any:
        # The sixth argument by position is the factory.
        if len(args) < 6:
            options.setdefault("factory", connection)
        return original(*args, **options)

    for owner in (sqlite3, sqlite3.dbapi2):
        replacements.put(owner, "Connection", connection)
        replacements.put(owner, "Cursor", cursor)
        replacements.put(owner, "connect", connect)


def _classes(real_connection: Any, real_cursor: Any, error: Any, scheduler: Scheduler) -> tuple[Any, Any]:
    def patient(call: Callable[[], Any], connection: Any, *, in_vain: bool) -> Any:
        """What `call` gives, tried until the connection's timeout is over; `in_vain` where waiting cannot help."""
        deadline = scheduler.now() + connection._wait
        tries = 0
        while True:
            try:
                return call()
            except error as refusal:
                left = deadline - scheduler.now()
                if refusal.sqlite_errorname not in _BUSY or in_vain or left <= 0:
                    raise
            scheduler.sleep(min(_DELAYS[min(tries, len(_DELAYS) - 1)], left))
            tries += 1

    class Cursor(real_cursor):
        __slots__ = ()

        def execute(self, sql: str, parameters: Any = (), /) -> Any:
            return _run(self, sql, lambda: real_cursor.execute(self, sql, parameters))

        def executemany(self, sql: str, parameters: Iterable[Any], /) -> Any:
            # An iterator could not be gone through again.
            rows = parameters if isinstance(parameters, (list, tuple)) else list(parameters)
            return _run(self, sql, lambda: real_cursor.executemany(self, sql, rows))

    def _run(cursor: Any, sql: str, call: Callable[[], Any]) -> Any:
        connection = cursor.connection
        done = patient(call, connection, in_vain=connection._reads and connection.in_transaction)
        # Who has read in a transaction and wants to write is refused at once: two of those would wait for each other.
        connection._reads = connection.in_transaction and sql.lstrip()[:5].upper() != "BEGIN"
        return done

    class Connection(real_connection):
        __slots__ = ("_home", "_reads", "_wait")

        # Whatever is wrong with the arguments, the real one says so in its own words.
        def __init__(self, *args: Any, **options: Any) -> None:
            self._wait = args[1] if len(args) > 1 else options.get("timeout", _TIMEOUT)
            self._reads = False
            self._home = home_of(scheduler, args, options)
            if len(args) > 1:
                args = (args[0], 0, *args[2:])
            else:
                options["timeout"] = 0
            real_connection.__init__(self, *args, **options)

        def cursor(self, factory: Any = Cursor) -> Any:
            return real_connection.cursor(self, factory)

        def execute(self, sql: str, parameters: Any = (), /) -> Any:
            return self.cursor().execute(sql, parameters)

        def executemany(self, sql: str, parameters: Any, /) -> Any:
            return self.cursor().executemany(sql, parameters)

        def commit(self) -> None:
            patient(lambda: real_connection.commit(self), self, in_vain=False)

        def __exit__(self, kind: Any, value: Any, traceback: Any) -> bool:
            if kind is not None:
                self.rollback()
                return False
            try:
                self.commit()
            except BaseException:
                self.rollback()
                raise
            return False

    for ours, real in ((Connection, real_connection), (Cursor, real_cursor)):
        ours.__module__, ours.__qualname__, ours.__doc__ = real.__module__, real.__qualname__, real.__doc__
    return Connection, Cursor
