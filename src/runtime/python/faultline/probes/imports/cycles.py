"""The static check: cycles among the imports that run at module level, read from the source without running it."""

from .sources import Sources


def cycles_in(sources: Sources) -> list[list[str]]:
    """One shortest cycle for each knot of modules that need one another, as names; the first stands at the end
    again."""
    edges = {name: _needs(name, sources) for name in sources.paths}
    reported: set[str] = set()
    found: list[list[str]] = []
    for name in sorted(edges):
        path = None if name in reported else _way_back(name, edges)
        if path is not None:
            found.append(path)
            reported |= {other for other in edges if _way(name, other, edges) and _way(other, name, edges)} | set(path)
    return found


def _needs(name: str, sources: Sources) -> list[str]:
    package = name if name in sources.packages else name.rpartition(".")[0]
    needed = {
        asked.module for statement in sources.of(name).at_module_level for asked in sources.asked_by(statement, package)
    }
    return sorted(module for module in needed if module in sources.paths)


def _way_back(name: str, edges: dict[str, list[str]]) -> list[str] | None:
    """The shortest way along imports from a module to itself."""
    return _way(name, name, edges)


def _way(start: str, end: str, edges: dict[str, list[str]]) -> list[str] | None:
    ways = [[start]]
    seen: set[str] = set()
    for way in ways:
        for needed in edges.get(way[-1], ()):
            if needed == end:
                return [*way, needed]
            if needed not in seen:
                seen.add(needed)
                ways.append([*way, needed])
    return None
