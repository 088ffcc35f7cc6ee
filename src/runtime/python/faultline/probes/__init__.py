"""The register of probes: adding one means a module here and a line in `PROBES`."""

from collections.abc import Callable

from .imports import ImportsProbe
from .stage import Probe, Stage
from .tasks import TasksProbe
from .threads import ThreadsProbe

PROBES: dict[str, Callable[[Stage], Probe]] = {
    "tasks": TasksProbe,
    "threads": ThreadsProbe,
    "imports": ImportsProbe,
}
