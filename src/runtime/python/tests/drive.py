"""Runs one program with the real runner in a process of its own, on a clock that only waiting advances.

Reads a request from standard input as JSON and prints what happened: `{end, batches}`.
"""

import asyncio
import json
import os
import sys
from array import array

from faultline.pristine.json_text import to_json
from faultline.report.faults import fault_of
from faultline.run.runner import Runner

from .stage import TestMachine


def main() -> None:
    request = json.load(sys.stdin)
    out = sys.stdout
    batches: list[tuple[list[int], list[str]]] = []

    def send(records: "array[int]", strings: list[str]) -> None:
        batches.append((records.tolist(), strings))

    folder = request.pop("folder")
    leave, write, flush = os._exit, out.write, out.flush
    machine = TestMachine(request.pop("stopAfter", None), request.pop("tick", 0.0))
    runner = Runner(request, machine, send, asyncio.run, folder)
    try:
        end = runner.run(lambda: None)
    except BaseException as error:
        # The program's streams are still in the place of Python's own.
        write(fault_of(error))
        flush()
        leave(1)
    # Whatever the program has made of this Python, its tests are to hear how it ended.
    write(to_json({"end": end, "batches": batches}))
    flush()
    leave(0)


if __name__ == "__main__":
    main()
