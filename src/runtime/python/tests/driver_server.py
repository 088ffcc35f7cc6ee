"""Drives one program after another, each in a fork of a process that has loaded everything: starting Python anew for
each takes longer than most programs.

Reads a request a line from standard input, as `drive` takes them, and answers each with a line: `{code, out, err}`.
"""

import json
import os
import sys
import tempfile
import time
from typing import IO

from . import drive

# A program that has not ended after so many seconds is killed.
MOST_SECONDS = 60
_PAUSE = 0.002


def main() -> None:
    for line in sys.stdin:
        with (
            tempfile.TemporaryFile("w+b") as asked,
            tempfile.TemporaryFile("w+b") as out,
            tempfile.TemporaryFile("w+b") as err,
        ):
            asked.write(line.encode())
            asked.seek(0)
            child = os.fork()
            if child == 0:
                for number, file in enumerate((asked, out, err)):
                    os.dup2(file.fileno(), number)
                drive.main()
                os._exit(0)
            code = _wait(child)
            print(json.dumps({"code": code, "out": _text(out), "err": _text(err)}), flush=True)


def _wait(child: int) -> int:
    end = time.monotonic() + MOST_SECONDS
    while time.monotonic() < end:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(_PAUSE)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return -9


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


if __name__ == "__main__":
    main()
