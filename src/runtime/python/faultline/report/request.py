"""What a run is asked for, and what comes back: the same shapes as in `src/runtime/protocol.ts`."""

from typing import Any, TypedDict


class Request(TypedDict):
    """`RunRequestSchema`. `program` has `files`, `entry` and, where there are any, `args`."""

    program: dict[str, Any]
    probes: list[str]
    pace: str
    limits: dict[str, int]
    schedule: dict[str, Any] | None
    search: dict[str, Any] | None


class End(TypedDict):
    """How the run ended. Times are microseconds."""

    ending: dict[str, Any]
    time: int
    wall: int
    scheduled: dict[str, Any] | None
    # What of ours has failed meanwhile, without ending the run: `part` and `report`.
    faults: list[dict[str, str]]
