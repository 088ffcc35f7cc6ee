"""The way in from JavaScript: what a worker calls to get ready and to carry out a run.

Only this module and `browser_machine` know Pyodide. `_faultline_machine` is `src/runtime/worker/machine.ts`.
"""

import gc
import importlib
import json
import signal
import sys
from array import array
from importlib.abc import MetaPathFinder
from typing import Any

import _faultline_machine as outside  # type: ignore[import-not-found]
from pyodide import webloop

from .proofs import prove, prove_switches
from .browser_machine import PyodideMachine
from .request import Request
from .runner import Runner
from .search.search import Search
from .setting import HEARTBEAT

# Imported by the standard library at a warning, a failed task or a traceback. Loading them then would be timed.
_NEEDED_SOON = ("linecache", "logging", "tokenize", "tracemalloc", "concurrent.futures.thread", "queue")

# What the page is told of an ending; `src/runtime/protocol.ts` refuses texts ten times as long.
LONGEST_TEXT = 100_000
MOST_ITEMS = 1000
MOST_DECISIONS = 200_000

# The packages by which a program could reach the page's JavaScript. The sandbox does not depend on their absence;
# it keeps programs from relying on something that ordinary Python does not have.
_HIDDEN = ("js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core", "_faultline_machine")


class _Hider(MetaPathFinder):
    """Makes the hidden packages as absent as they are in ordinary Python."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> None:
        if name.partition(".")[0] in _HIDDEN:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _hide() -> None:
    sys.meta_path.insert(0, _Hider())
    for name in list(sys.modules):
        if name.partition(".")[0] in _HIDDEN:
            del sys.modules[name]


def _send(records: "array[int]", strings: list[str]) -> None:
    outside.send(records, json.dumps(strings))


def prepare() -> int:
    """Does what needs no program yet, so that a warm worker starts one at once. Returns the heartbeat's number."""
    for name in _NEEDED_SOON:
        importlib.import_module(name)
    # What booting leaves behind is not the program's to collect.
    gc.collect()
    if HEARTBEAT is None:
        return 0
    signal.signal(HEARTBEAT, signal.SIG_IGN)
    return int(HEARTBEAT)


def run(request: str, _carrier: str = "") -> str:
    """Carries out a run request (JSON in, JSON out)."""
    if outside.suspends:
        outside.protectStack()
    _hide()
    parsed: Request = json.loads(request)
    machine = PyodideMachine()
    if parsed["search"] is not None:
        search = Search(parsed, machine, lambda report: outside.searched(json.dumps(report)), webloop._orig_run)
        return json.dumps(search.run(outside.started))
    runner = Runner(parsed, machine, _send, webloop._orig_run)
    end = runner.run(outside.started)
    if end["scheduled"] is not None:
        end["scheduled"]["decisions"] = end["scheduled"]["decisions"][:MOST_DECISIONS]
    return json.dumps({**end, "ending": _shortened(end["ending"])})


def _shortened(value: Any) -> Any:
    """The same with every text cut to what the page accepts: a message of megabytes must not cost the whole report."""
    if isinstance(value, str):
        return value if len(value) <= LONGEST_TEXT else value[:LONGEST_TEXT] + " ..."
    if isinstance(value, dict):
        return {key: _shortened(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_shortened(item) for item in value[:MOST_ITEMS]]
    return value


__all__ = ["prepare", "prove", "prove_switches", "run"]
