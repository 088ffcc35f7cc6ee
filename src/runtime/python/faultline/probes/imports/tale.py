"""What a back edge is in words: who asked whom too early, and why it was too early."""

from typing import NamedTuple

from ...report.recorder import Place


class Edge(NamedTuple):
    """An import that leads back to a module whose body is under way."""

    asker: str
    module: str
    # The name that the asker wants and that is not bound yet; None where it wants none.
    missing: str | None
    # True where the name was not imported but read as an attribute of the module.
    used: bool
    place: Place | None
    # The line at which the body of `module` stands.
    line: int | None


def sentence(edge: Edge, waits_for: str | None, bound: int | None) -> str:
    """`waits_for` is what the module asked for last; `bound` the line that binds the missing name, by its source."""
    stands = f"was still on its line {edge.line}" if edge.line else "was not done yet"
    waiting = "" if waits_for in (None, edge.module) else f", waiting for {waits_for}"
    if edge.missing is None:
        return f"{edge.asker} asked for {edge.module}, which {stands}{waiting}. No name was missing."
    name = f"`{edge.missing}`"
    verb = f"used {name} of {edge.module}" if edge.used else f"asked for {name}"
    comes = f"{name} comes in line {bound}." if bound else f"its source binds no {name}."
    return f"{edge.asker} {verb} too early. {edge.module} {stands}{waiting}; {comes}"
