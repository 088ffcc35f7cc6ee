"""What the interpreter says of its platform: that threads can be started."""

import sys
from typing import Any

from ..cpython.replacements import Replacements


class _Info(tuple[Any, ...]):
    """`sys._emscripten_info`, of which programs can make no other."""

    usual: Any

    def __getattr__(self, name: str) -> Any:
        return True if name == "pthreads" else getattr(self.usual, name)

    def __repr__(self) -> str:
        return repr(self.usual).replace("pthreads=False", "pthreads=True")


def install_platform(replacements: Replacements) -> None:
    """Emscripten's builds say whether they have threads; libraries, CPython's own tests among them, go by that."""
    usual = getattr(sys, "_emscripten_info", None)
    if usual is not None:
        info = _Info(usual)
        info.usual = usual
        replacements.put(sys, "_emscripten_info", info)
