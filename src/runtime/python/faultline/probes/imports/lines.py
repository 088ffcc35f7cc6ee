"""What the lines ask for at which frames stand: of those modules the import system is about to hear."""

from types import FrameType

from ...report.fact import Fact
from ...report.facts import import_at_run_time, package_of
from .frames import name_of
from .source import Asked


class Lines:
    """The import statements of the line that each frame has reached last."""

    def __init__(self) -> None:
        # The names wanted of each module, by the address of the frame.
        self._asked: dict[int, dict[str, tuple[str, ...]]] = {}

    def reached(self, frame: FrameType) -> None:
        """A frame has reached a line with an import statement."""
        self._asked[id(frame)] = {}

    def names(self, frame: FrameType, asked: Asked) -> None:
        """The line names a module."""
        self._asked[id(frame)][asked.module] = asked.names

    def is_named(self, frame: FrameType, module: str) -> bool:
        """Whether the line names a module."""
        return module in self._of(frame)

    def wanted(self, frame: FrameType, module: str) -> tuple[str, ...]:
        """The names that the line wants of a module."""
        return self._of(frame).get(module, ())

    def is_expected(self, frame: FrameType, module: str) -> bool:
        """Whether a module is waited for that the line names, or as the package of one, or of the code itself."""
        inside = f"{module}."
        return f"{name_of(frame)}.".startswith(inside) or any(
            asked == module or asked.startswith(inside) for asked in self._of(frame)
        )

    def why(self, frame: FrameType, module: str) -> Fact:
        """Why a module is asked for that the line does not name."""
        inner = [asked for asked in self._of(frame) if asked.startswith(f"{module}.")]
        return package_of(inner[0]) if inner else import_at_run_time()

    def _of(self, frame: FrameType) -> dict[str, tuple[str, ...]]:
        return self._asked.get(id(frame), {})
