"""What `os.system` says here: that there are no other programs. Emscripten's answers -1, and nothing happens."""

import os
import posix

from ..cpython.replacements import Replacements
from ..report.absent import NO_PROCESSES

_WORDS = "emscripten does not support processes."
# What clears a terminal: here there is nothing to clear.
_NOTHING = (b"", b"clear", b"cls")


def refuse_processes(replacements: Replacements) -> None:
    """For whoever asks a shell to run something, by its name in either module."""
    for module in (os, posix):
        replacements.wrap(module, "system", lambda _usual: _refuse)


def _refuse(command: str | bytes | os.PathLike[str]) -> int:
    if os.fsencode(command).strip() in _NOTHING:
        return 0
    raise OSError(NO_PROCESSES, _WORDS)
