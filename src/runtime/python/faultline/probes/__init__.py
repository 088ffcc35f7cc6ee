"""The register of probes: adding one means a module here and a line in `PROBES`."""

from collections.abc import Callable

from .imports import ImportsProbe
from .memory import MemoryProbe
from .pool import PoolProbe
from .stage import Probe, Stage
from .tasks import TasksProbe
from .threads import ThreadsProbe

PROBES: dict[str, Callable[[Stage], Probe]] = {
    "tasks": TasksProbe,
    "imports": ImportsProbe,
    "memory": MemoryProbe,
    "threads": ThreadsProbe,
    "pool": PoolProbe,
}
