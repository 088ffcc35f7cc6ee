"""The way in from JavaScript: what a worker calls to get ready and to carry out a run.

Only this module and `browser_machine` know Pyodide. `_faultline_machine` is `src/runtime/worker/machine.ts`.
"""

import gc
import json
import sys
from array import array
from importlib.abc import MetaPathFinder
from typing import Any

import _faultline_machine as outside
from pyodide import webloop

from .browser_machine import MOST_THREADS, PyodideMachine, switch_natively
from .cpython.same_items import compare_natively
from .primitives.signals import HEARTBEAT, IGNORED, set_own_handler
from .pristine.facts import LONGEST_TEXT, exact
from .pristine.json_text import Json, to_json
from .pristine.names import all_imported
from .probes.tasks.quick_steps import step_natively
from .proofs import prove, prove_switches
from .report.faults import crashed
from .report.records import write_natively
from .report.request import End, Request
from .run.library import await_library
from .run.rehearsal import rehearse as rehearse_run
from .run.runner import Runner
from .scheduler.clock import read_natively
from .scheduler.steps import count_natively
from .search.search import Search

# What the page gets of an ending, at most.
MOST_ITEMS = 1000
# A report has the message, which is cut as well, and lines of its own.
MOST_TEXT = 2 * LONGEST_TEXT
# All its texts and all its items together. When they are used up little is reported of each that follows;
# `src/runtime/host/oversize.ts` refuses several times as much.
MOST_TEXT_IN_ALL = 1_000_000
MOST_ITEMS_IN_ALL = 5000
LEAST_TEXT = 200
MOST_DECISIONS = 200_000

# The packages by which a program could reach the page's JavaScript. The sandbox does not depend on their absence;
# it keeps programs from relying on something that ordinary Python does not have.
_HIDDEN = ("js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core", "_faultline_machine")


# Made by `prepare`: each of the functions that it fetches has Pyodide make a type.
_machine: PyodideMachine | None = None


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
    outside.send(records, to_json(strings))


def prepare() -> int:
    """Does what needs no program yet, so that a warm worker starts one at once. Returns the heartbeat's number."""
    all_imported()
    # No program finds it.
    native = sys.modules.pop("_faultline_native")
    count_natively(native)
    switch_natively(native)
    compare_natively(native)
    read_natively(native)
    write_natively(native)
    step_natively(native)
    global _machine
    _machine = PyodideMachine()
    # What booting leaves behind is not the program's to collect.
    gc.collect()
    if HEARTBEAT is None:
        return 0
    set_own_handler(HEARTBEAT, IGNORED)
    return int(HEARTBEAT)


def rehearse(plan: str) -> str:
    """Warms up what a run needs: `plan` is a `RehearsalPlan` as JSON. The memory is to be put back afterwards.
    Returns what went wrong, or nothing."""
    read = json.loads(plan)
    return rehearse_run(read["probes"], read["model"], MOST_THREADS if outside.suspends else 1, webloop._orig_run)


def run(request: str, _carrier: str = "") -> str:
    """Carries out a run request (JSON in, JSON out)."""
    if outside.suspends:
        outside.protectStack()
    try:
        end = _carried_out(json.loads(request))
    except BaseException as error:
        # The program's own exceptions are reported by then, so this is ours.
        end: End = {"ending": crashed(error), "time": 0, "wall": 0, "scheduled": None, "faults": []}
    return to_json({**end, "ending": _Room().shortened(end["ending"])})


def _carried_out(request: Request) -> End:
    _hide()
    machine = PyodideMachine() if _machine is None else _machine
    await_library(request["program"]["files"].values())
    if request["search"] is not None:
        search = Search(request, machine, lambda report: outside.searched(to_json(report)), webloop._orig_run)
        return search.run(outside.started)
    end = Runner(request, machine, _send, webloop._orig_run).run(outside.started)
    if end["scheduled"] is not None:
        end["scheduled"]["decisions"] = end["scheduled"]["decisions"][:MOST_DECISIONS]
    return end


class _Room:
    """How much may still be reported."""

    def __init__(self) -> None:
        self._text = MOST_TEXT_IN_ALL
        self._items = MOST_ITEMS_IN_ALL

    def shortened(self, value: Json) -> Json:
        """The same with every text and list cut to what the page accepts, one by one and in all."""
        if isinstance(value, str):
            most = max(LEAST_TEXT, min(MOST_TEXT, self._text))
            self._text -= min(len(value), most)
            return value if len(value) <= most else f"{exact(value)[:most]} ..."
        if isinstance(value, dict):
            return {key: self.shortened(item) for key, item in value.items()}
        if isinstance(value, list):
            most = max(0, min(MOST_ITEMS, self._items))
            self._items -= min(len(value), most)
            return [self.shortened(item) for item in value[:most]]
        return value


__all__ = ["prepare", "prove", "prove_switches", "rehearse", "run"]
