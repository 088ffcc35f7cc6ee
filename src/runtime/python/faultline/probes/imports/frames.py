"""Which module a frame belongs to, and where in the program it stands."""

from types import FrameType
from typing import Any

from ...cpython.frames import real_back
from ...report.recorder import Place
from ...report.tracebacks import OURS
from ...source.locate import Locate

_get = dict[str, Any].get


class Frames:
    """Finds the program's own frames. `locate` names its files."""

    def __init__(self, locate: Locate) -> None:
        self._locate = locate

    def own(self, frame: FrameType | None) -> FrameType | None:
        """The innermost frame of the program's, from this one outwards; code that it made with `exec` is its own."""
        while frame is not None:
            file = frame.f_code.co_filename
            made = file == "<string>" and self._has_file(frame)
            if made or self._locate(file) is not None:
                return frame
            frame = real_back(frame)
        return None

    def place(self, frame: FrameType | None) -> Place | None:
        """The line of the program's files at which a frame stands, or the one around it."""
        while frame is not None:
            file = self._locate(frame.f_code.co_filename)
            if file is not None:
                return Place(file, frame.f_lineno)
            frame = real_back(frame)
        return None

    def _has_file(self, frame: FrameType) -> bool:
        file = _get(frame.f_globals, "__file__")
        return name_of(frame) == "__main__" or (type(file) is str and self._locate(file) is not None)


def name_of(frame: FrameType) -> str:
    """The name of the module that the code of a frame belongs to."""
    name = _get(frame.f_globals, "__name__")
    return name if type(name) is str else "?"


def package_of(frame: FrameType) -> str:
    """The package in which relative imports of a frame begin."""
    names = frame.f_globals
    package = _get(names, "__package__")
    if type(package) is str:
        return package
    return name_of(frame) if "__path__" in names else name_of(frame).rpartition(".")[0]


def beneath_us(frame: FrameType) -> FrameType:
    """The innermost frame that is not ours, from `frame` outwards."""
    while (back := real_back(frame)) is not None and frame.f_code.co_filename.startswith(OURS):
        frame = back
    return frame
