"""SQLite's rule that a connection stays in the thread that made it, for threads that share one real thread.

SQLite asks for the real thread and would let every other one of ours pass. What has no method here still passes: a
blob, and setting `isolation_level` or `autocommit`.
"""

import functools
from collections.abc import Callable
from typing import Any

from ..scheduler.scheduler import Scheduler

# The methods that CPython refuses to other threads, beside those that come down to `cursor`.
_OF_CONNECTIONS = (
    "__call__",
    "backup",
    "blobopen",
    "close",
    "commit",
    "create_aggregate",
    "create_collation",
    "create_function",
    "create_window_function",
    "cursor",
    "deserialize",
    "enable_load_extension",
    "executescript",
    "getconfig",
    "getlimit",
    "load_extension",
    "rollback",
    "serialize",
    "set_authorizer",
    "set_progress_handler",
    "set_trace_callback",
    "setconfig",
    "setlimit",
)
_OF_CURSORS = ("__next__", "close", "execute", "executemany", "executescript", "fetchall", "fetchmany", "fetchone")
# Where `check_same_thread` stands among the arguments of `sqlite3.Connection` by position.
_CHECK = 4

Method = Callable[..., Any]


def home_of(scheduler: Scheduler, args: tuple[Any, ...], options: dict[str, Any]) -> int | None:
    """The one thread that may use the connection that is made with these arguments; None for any."""
    checked = args[_CHECK] if len(args) > _CHECK else options.get("check_same_thread", True)
    return scheduler.current.ident if checked else None


def keep_home(connection: type, cursor: type, refusal: type[Exception], scheduler: Scheduler) -> None:
    """Has the methods of both classes refuse every thread but the connection's `_home`."""

    def check(one: Any) -> None:
        # Those whose `__init__` was not called have none, and are refused for that.
        home, here = getattr(one, "_home", None), scheduler.current.ident
        if home is not None and home != here:
            raise refusal(
                "SQLite objects created in a thread can only be used in that same thread. "
                f"The object was created in thread id {home} and this is thread id {here}."
            )

    def of_connection(usual: Method) -> Method:
        @functools.wraps(usual)
        def method(self: Any, /, *args: Any, **options: Any) -> Any:
            check(self)
            return usual(self, *args, **options)

        return method

    def of_cursor(usual: Method) -> Method:
        @functools.wraps(usual)
        def method(self: Any, /, *args: Any, **options: Any) -> Any:
            check(getattr(self, "connection", None))
            return usual(self, *args, **options)

        return method

    for owner, names, around in ((connection, _OF_CONNECTIONS, of_connection), (cursor, _OF_CURSORS, of_cursor)):
        for name in names:
            # Some depend on how SQLite was built, and on the version.
            if hasattr(owner, name):
                setattr(owner, name, around(getattr(owner, name)))
