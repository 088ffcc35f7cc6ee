"""Runs one program with the real runner, on a clock that only waiting advances. A program has a Python of its own.

Started as a process, it reads a request from standard input as JSON and prints what happened: `{end, batches}`.
"""

import json
import os
import sys
from array import array
from typing import Any, cast

from faultline.pristine.json_text import to_json
from faultline.report.faults import fault_of
from faultline.report.request import Request
from faultline.run.runner import Runner

from .stage import TestMachine, standard_run


def carried_out(request: dict[str, Any]) -> str:
    """What happened, as JSON. Raises what is a fault of ours."""
    batches: list[tuple[list[int], list[str]]] = []

    def send(records: "array[int]", strings: list[str]) -> None:
        batches.append((records.tolist(), strings))

    folder = request.pop("folder")
    machine = TestMachine(request.pop("stopAfter", None), request.pop("tick", 0.0), real=request.pop("realTime", False))
    runner = Runner(cast(Request, request), machine, send, standard_run, folder)
    end = runner.run(lambda: None)
    return to_json({"end": end, "batches": batches})


def main() -> None:
    request = json.load(sys.stdin)
    out = sys.stdout
    leave, write, flush = os._exit, out.write, out.flush
    try:
        answer = carried_out(request)
    except BaseException as error:
        # The program's streams are still in the place of Python's own.
        write(fault_of(error))
        flush()
        leave(1)
    # Whatever the program has made of this Python, its tests are to hear how it ended.
    write(answer)
    flush()
    leave(0)


if __name__ == "__main__":
    main()
