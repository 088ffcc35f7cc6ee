"""Tells a place in the program that does what a search cannot see."""

from typing import Any

from ..pristine.reporters import line_of
from ..source.locate import Locate
from .races import Where

_MOST_SOURCE = 100


def place_report(where: Where, locate: Locate) -> dict[str, Any]:
    """In the shape of `unseen` in `src/runtime/schedule.ts`."""
    file, _, _, site = where
    source = line_of(file, site.line).strip()
    return {"file": locate(file), "line": site.line, "source": source[:_MOST_SOURCE]}
