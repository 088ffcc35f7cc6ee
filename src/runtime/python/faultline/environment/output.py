"""Standard streams for the program: what it writes becomes `print` events, and there is no keyboard to read."""

import io
from codecs import utf_8_decode
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..cpython.aside import ASIDE
from ..report.absent import NO_DEBUGGER, NO_INPUT

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

Write = Callable[[str, str], None]


# Bytes without a line's end that are kept together, and characters that the text stream may keep back before that. Few:
# what it keeps back lies in memory as the program's.
MOST_TOGETHER = 8192
MOST_KEPT_BACK = 256


class _Sink(io.RawIOBase):
    """The bottom of `sys.stdout`: hands decoded text on, a line at a time or when it is flushed."""

    def __init__(self, stream: str, write: Write) -> None:
        super().__init__()
        self._stream = stream
        self._write = write
        # Made once: what waits here is nothing that the program has allocated.
        self._waiting = bytearray(MOST_TOGETHER)
        self._length = 0
        # The beginning of a character.
        self._begun = b""

    def writable(self) -> bool:
        return True

    def write(self, data: "ReadableBuffer") -> int:
        # In a call of its own: what it keeps in variables is gone before it is no longer ours.
        with ASIDE:
            return self._take(data)

    def _take(self, data: Any) -> int:
        written = bytes(memoryview(data))
        count = len(written)
        if self._length > 0 and self._length + count > MOST_TOGETHER:
            self._hand_on()
        if count > MOST_TOGETHER:
            self._decode(written)
            return count
        # No call among these lines: a finaliser that prints, and so comes in here, can only run after one.
        length = self._length
        self._waiting[length : length + count] = written
        self._length = length + count
        if b"\n" in written:
            self._hand_on()
        return count

    def flush(self) -> None:
        super().flush()
        if self._length > 0:
            with ASIDE:
                self._hand_on()

    def _hand_on(self) -> None:
        # No call between these two either.
        data = self._waiting[: self._length]
        self._length = 0
        self._decode(bytes(data))

    def _decode(self, data: bytes) -> None:
        # By the decoder in C: what one in Python allocates would be the library's.
        begun = self._begun + data
        text, used = utf_8_decode(begun, "replace", False)
        self._begun = begun[used:]
        if text:
            self._write(self._stream, text)


class _NoInput(io.TextIOBase):
    """`sys.stdin`: every read says plainly that nothing can be read."""

    encoding = "utf-8"

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> str:
        raise EOFError(NO_INPUT)

    def readline(self, size: int = -1, /) -> str:
        raise EOFError(NO_INPUT)

    def fileno(self) -> int:
        raise io.UnsupportedOperation("fileno")


def output_stream(stream: str, write: Write) -> io.TextIOWrapper:
    """A text stream like CPython's own, with `.buffer`, that calls `write(stream, text)` a line at a time."""
    errors = "strict" if stream == "stdout" else "backslashreplace"
    sink: Any = _Sink(stream, write)
    text: Any = io.TextIOWrapper(sink, encoding="utf-8", errors=errors, line_buffering=True)
    text._CHUNK_SIZE = MOST_KEPT_BACK
    return text


def no_input() -> io.TextIOBase:
    """A standard input that explains itself instead of hanging."""
    return _NoInput()


def no_keyboard(*_args: object, **_options: object) -> None:
    """In place of the debugger, which would read commands."""
    raise EOFError(NO_DEBUGGER)
