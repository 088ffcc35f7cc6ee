"""The SQL log: what the program says on each connection, as marks on its track."""

import sys
from typing import Any

from ...cpython.frames import own_frame
from ...report.recorder import Place
from ..shown import shown
from ..stage import Stage
from .connections import Connections


class Statements:
    """Listens to engines. Texts are put in one line; values as far as they can be shown without running any code."""

    def __init__(self, stage: Stage, connections: Connections) -> None:
        self._recorder = stage.recorder
        self._locate = stage.locate
        self._connections = connections

    def executes(
        self,
        _connection: Any,
        cursor: Any,
        statement: str,
        parameters: list[Any] | tuple[Any, ...] | dict[str, Any],
        _context: Any,
        many: bool,
    ) -> None:
        """A statement is about to be executed."""
        text = " ".join(statement.split())
        if many and isinstance(parameters, list):
            text += f" ({len(parameters)} times)"
        elif parameters:
            text += f" {shown(parameters)}"
        self._mark(self._connections.track_of(cursor.connection), text)

    def failed(self, context: Any) -> None:
        """The database has refused a statement, or the connection has."""
        error = context.original_exception
        # Only the driver's own errors are sure to be texts.
        words = f": {error}" if type(error).__module__ == "sqlite3" else ""
        self._mark(self._track_of(context.connection), f"{type(error).__name__}{words}", "bad")

    def begins(self, connection: Any) -> None:
        """A transaction begins: by itself, at the first statement."""
        self._mark(self._track_of(connection), "BEGIN")

    def commits(self, connection: Any) -> None:
        self._mark(self._track_of(connection), "COMMIT")

    def rolls_back(self, connection: Any) -> None:
        self._mark(self._track_of(connection), "ROLLBACK")

    def _track_of(self, connection: Any) -> int | None:
        fairy = getattr(connection, "_dbapi_connection", None)
        return self._connections.track_of(getattr(fairy, "dbapi_connection", None))

    def _mark(self, track: int | None, text: str, tone: str = "plain") -> None:
        if track is None:
            return
        frame = own_frame(sys._getframe(1), self._locate)
        place = None if frame is None else Place(self._locate(frame.f_code.co_filename) or "", frame.f_lineno)
        self._recorder.mark(track, text, tone, place)
