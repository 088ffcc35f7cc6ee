"""What `os.system` says here: that there are no other programs. Emscripten's answers -1, and nothing happens."""

import os
import posix
from typing import NoReturn

from ..replacements import Replacements

# Emscripten's own number and words, of `os.popen`.
NO_PROCESSES = 138
_WORDS = "emscripten does not support processes."


def refuse_processes(replacements: Replacements) -> None:
    """For whoever asks a shell to run something, by its name in either module."""
    for module in (os, posix):
        replacements.wrap(module, "system", lambda _usual: _refuse)


def _refuse(command: str | bytes | os.PathLike[str]) -> NoReturn:
    os.fsencode(command)
    raise OSError(NO_PROCESSES, _WORDS)
