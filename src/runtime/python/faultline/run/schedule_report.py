"""The report on a schedule when its run has ended: the shape of `ScheduledSchema` in `src/runtime/schedule.ts`."""

from typing import Any

from ..scheduler.scheduler import Scheduler


def of_run(scheduler: Scheduler, check: dict[str, Any] | None, fallback: str | None) -> dict[str, Any]:
    """What one run has decided. `check` says what came of the check, `fallback` how threads were run in another way."""
    return {
        "steps": scheduler.steps.passed(),
        "switches": scheduler.switches,
        "preemptions": scheduler.preemptions,
        "decisions": scheduler.decisions,
        "strayed": getattr(scheduler.strategy, "strayed", None),
        "check": check,
        "search": None,
        "fallback": fallback,
    }


def of_search(report: dict[str, Any], fallback: str | None) -> dict[str, Any]:
    """What a search has found; it has no schedule of its own."""
    return {
        "steps": 0,
        "switches": 0,
        "preemptions": 0,
        "decisions": [],
        "strayed": None,
        "check": None,
        "search": report,
        "fallback": fallback,
    }
