"""Runs one program with the real runner in a process of its own, on a clock that only waiting advances.

Reads a request from standard input as JSON and prints what happened: `{end, batches}`.
"""

import asyncio
import json
import sys
import tempfile
from array import array

from faultline.runner import Runner

from .stage import TestMachine


def main() -> None:
    request = json.load(sys.stdin)
    out = sys.stdout
    batches: list[tuple[list[int], list[str]]] = []

    def send(records: "array[int]", strings: list[str]) -> None:
        batches.append((records.tolist(), strings))

    with tempfile.TemporaryDirectory() as folder:
        machine = TestMachine(request.pop("stopAfter", None), request.pop("tick", 0.0))
        runner = Runner(request, machine, send, asyncio.run, folder)
        end = runner.run(lambda: None)
        json.dump({"end": end, "batches": batches}, out)


if __name__ == "__main__":
    main()
