"""Hides from the program's own `tracemalloc` what we allocate, and our frames where it was asked for more than one."""

import _tracemalloc
import tracemalloc
from collections.abc import Callable
from typing import Any

from ..source.ours import OURS
from .aside import ASIDE, BYTES_PER_BLOCK, Frames, is_ours
from .replacements import Replacements

_is_tracing = _tracemalloc.is_tracing


def hide_our_memory(replacements: Replacements) -> None:
    """From everything that `tracemalloc` tells."""
    arounds: dict[str, Callable[[Callable[..., Any]], Callable[..., Any]]] = {
        "start": _start,
        "stop": _stop,
        "clear_traces": _clear,
        "take_snapshot": _take_snapshot,
        "get_traced_memory": _get_traced_memory,
        "get_tracemalloc_memory": _get_tracemalloc_memory,
        "reset_peak": _reset_peak,
        # What `get_object_traceback` is made of.
        "_get_object_traceback": _get_object_traceback,
    }
    for name, around in arounds.items():
        replacements.wrap(tracemalloc, name, around)


def _start(usual: Callable[..., None]) -> Callable[..., None]:
    def start(nframe: int = 1, /) -> None:
        begins = not _is_tracing()
        usual(nframe)
        if begins:
            ASIDE.begin()

    return start


def _stop(usual: Callable[[], None]) -> Callable[[], None]:
    def stop() -> None:
        usual()
        ASIDE.end()

    return stop


def _clear(usual: Callable[[], None]) -> Callable[[], None]:
    def clear_traces() -> None:
        usual()
        if _is_tracing():
            ASIDE.begin()

    return clear_traces


def _get_object_traceback(usual: Callable[[object], Frames | None]) -> Callable[..., Any]:
    def get(thing: object, /) -> Frames | None:
        return _not_ours(usual(thing) or ()) or None

    return get


def _take_snapshot(usual: Callable[[], Any]) -> Callable[[], Any]:
    def take_snapshot() -> Any:
        moment = ASIDE.moment()
        # The snapshot itself is memory too, which its own module is to have allocated.
        snapshot = usual()
        with ASIDE:
            traces = snapshot.traces._traces
            ASIDE.known(traces, moment)
            _keep_the_programs(traces)
        return snapshot

    return take_snapshot


def _keep_the_programs(traces: list[Any]) -> None:
    # By address: blocks that were allocated at one place share their frames.
    known: dict[int, Frames] = {}
    kept = 0
    for trace in traces:
        domain, size, frames, depth = trace
        if is_ours(frames):
            continue
        shown = known.get(id(frames))
        if shown is None:
            shown = known[id(frames)] = _not_ours(frames)
        traces[kept] = trace if len(shown) == len(frames) else (domain, size, shown, depth - len(frames) + len(shown))
        kept += 1
    del traces[kept:]


def _not_ours(frames: Frames) -> Frames:
    shown = tuple(frame for frame in frames if not frame[0].startswith(OURS))
    return frames if len(shown) == len(frames) else shown


def _get_traced_memory(usual: Callable[[], tuple[int, int]]) -> Callable[[], tuple[int, int]]:
    def get_traced_memory() -> tuple[int, int]:
        if not _is_tracing():
            return usual()
        return ASIDE.memory_after_look()

    return get_traced_memory


def _get_tracemalloc_memory(usual: Callable[[], int]) -> Callable[[], int]:
    return lambda: max(0, usual() - int(ASIDE.blocks * BYTES_PER_BLOCK)) if _is_tracing() else usual()


def _reset_peak(usual: Callable[[], None]) -> Callable[[], None]:
    return lambda: ASIDE.reset_peak() if _is_tracing() else usual()
