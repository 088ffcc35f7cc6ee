"""A mistake with shared variables in words."""

from typing import NamedTuple

from ...scheduler.thread import VirtualThread


class Words(NamedTuple):
    """A mistake in words: `short` names it, `why` says it of the other thread, `sentence` tells all of it."""

    short: str
    why: str
    sentence: str


def stale_check(name: str, thread: VirtualThread, other: VirtualThread, seen: object, before: object) -> Words:
    """A thread acted on a look at the variable that another has outdated."""
    return Words(
        f"stale check of {name}",
        f"changed {name} after the check",
        f"{thread.name} looked at {name} and saw {_said(seen)}; {other.name} wrote {_said(before)}; "
        f"{thread.name} went on as if nothing had changed.",
    )


def lost_update(
    name: str, thread: VirtualThread, left: str, other: VirtualThread, seen: object, before: object, value: object
) -> Words:
    """A thread wrote over what it had not seen; `left` says how it left in between."""
    again = " again" if value is not None and _said(value) == _said(before) else ""
    return Words(
        f"lost update of {name}",
        f"overwrote {name} = {_said(before)}",
        f"{thread.name} read {_said(seen)} and {left}; {other.name} wrote {_said(before)}; "
        f"{thread.name} wrote {_said(value)}{again}.",
    )


def half_done_read(
    thread: VirtualThread, reader: VirtualThread, half: tuple[str, object], whole: tuple[str, object, object]
) -> Words:
    """A thread read between the two writes of an update."""
    (first, new), (second, old, value) = half, whole
    return Words(
        f"half-done update of {first}",
        "read it half done",
        f"{thread.name} wrote {first} = {_said(new)}; {reader.name} read it and {second} = {_said(old)}; "
        f"only then {thread.name} wrote {second} = {_said(value)}.",
    )


def _said(value: object) -> str:
    return "it" if value is None else str(value)
