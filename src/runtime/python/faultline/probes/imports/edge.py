"""A back edge: who asked whom too early, and why it was too early."""

from typing import NamedTuple

from ...report.fact import Fact
from ...report.facts import Asked, back_edge
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


def fact_of(edge: Edge, waits_for: str | None, bound: int | None) -> Fact:
    """`waits_for` is what the module asked for last; `bound` the line that binds the missing name, by its source."""
    waits_for = None if waits_for == edge.module else waits_for
    asked: Asked = "used" if edge.used else "imported"
    return back_edge(edge.asker, edge.module, edge.missing, asked, edge.line or None, waits_for, bound)
