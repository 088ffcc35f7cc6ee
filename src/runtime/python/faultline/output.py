"""Standard streams for the program: what it writes becomes `print` events, and there is no keyboard to read."""

import codecs
import io
from collections.abc import Callable
from typing import Any

Write = Callable[[str, str], None]

NO_DEBUGGER = "breakpoint() needs a keyboard, and this page has none for programs. Print what you want to see."
NO_INPUT = "input() has nothing to read here: this page has no keyboard input for programs. Put the value in the code."


class _Sink(io.RawIOBase):
    """The bottom of `sys.stdout`: hands decoded text on."""

    def __init__(self, stream: str, write: Write) -> None:
        super().__init__()
        self._stream = stream
        self._write = write
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:  # type: ignore[no-untyped-def, override]  # any object with a buffer
        count = len(data)
        text = self._decoder.decode(bytes(data))
        if text:
            self._write(self._stream, text)
        return count


class _NoInput(io.TextIOBase):
    """`sys.stdin`: every read says plainly that nothing can be read."""

    encoding = "utf-8"

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> str:
        raise EOFError(NO_INPUT)

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        raise EOFError(NO_INPUT)

    def fileno(self) -> int:
        raise io.UnsupportedOperation("fileno")


def output_stream(stream: str, write: Write) -> io.TextIOWrapper:
    """A text stream like CPython's own, with `.buffer`, that calls `write(stream, text)` a line at a time."""
    errors = "strict" if stream == "stdout" else "backslashreplace"
    sink: Any = _Sink(stream, write)
    return io.TextIOWrapper(sink, encoding="utf-8", errors=errors, line_buffering=True)


def no_input() -> io.TextIOBase:
    """A standard input that explains itself instead of hanging."""
    return _NoInput()


def no_keyboard(*_args: object, **_options: object) -> None:
    """In place of the debugger, which would read commands."""
    raise EOFError(NO_DEBUGGER)
