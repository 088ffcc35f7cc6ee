"""Calls `drive` for a test and reads its answer."""

import atexit
import json
import os
import subprocess
import sys
import tempfile
from array import array
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

from .stage import ON_IMAGE, Tape

ROOT = Path(__file__).parents[1]


class Run(NamedTuple):
    """One finished run. `time` is run-clock seconds."""

    ending: dict[str, Any]
    time: float
    tape: Tape
    faults: list[dict[str, str]]

    def printed(self, stream: str = "stdout") -> str:
        return "".join(event.a for event in self.tape.events() if event.word == "print" and event.b == stream)

    def lanes(self) -> list[str]:
        """Labels of the tracks below `tasks`."""
        events = self.tape.events()
        tracks = [event.track for event in events if event.word == "track"]
        return [event.track for event in events if event.word == "track" and event.b == tracks.index("tasks")]

    def levels(self, track: str) -> list[int]:
        return [event.a for event in self.tape.events() if event.word == "gauge" and event.track == track]

    def marks(self, track: str) -> list[str]:
        return [event.a for event in self.tape.events() if event.word == "mark" and event.track == track]

    def total(self, track: str) -> int:
        return sum(event.a for event in self.tape.events() if event.word == "tally" and event.track == track)


def run(
    source: str | dict[str, str], *, probes: tuple[str, ...] = ("tasks",), pace: str = "fast", **options: Any
) -> Run:
    """Runs a program (one file, or files by path with `main.py` as entry)."""
    sources = source if isinstance(source, dict) else {"main.py": source}
    files = {path: dedent(text) for path, text in sources.items()}
    request = {
        "program": {"files": files, "entry": "main.py"},
        "probes": list(probes),
        "pace": pace,
        "limits": {"events": 100_000, "outputChars": 100_000},
        "schedule": None,
        "search": None,
        **options,
    }
    with tempfile.TemporaryDirectory() as folder:
        answer = json.loads(_answered(request | {"folder": folder}))
    tape = Tape()
    tape.batches = [(array("i", records), strings) for records, strings in answer["batches"]]
    return Run(answer["end"]["ending"], answer["end"]["time"] / 1_000_000, tape, answer["end"]["faults"])


def printed_by(script: str) -> str:
    """What a script prints in a Python that has run nothing else. It finds our modules and those of the tests."""
    if ON_IMAGE:
        return str(json.loads(_elsewhere({"script": script}))["printed"])
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    return done.stdout


def _answered(request: dict[str, Any]) -> str:
    if ON_IMAGE:
        return _elsewhere(request)
    code, out, err = _forked(request) if hasattr(os, "fork") else _anew(request)
    if code != 0:
        raise AssertionError(out + err)
    return out


def _elsewhere(request: dict[str, Any]) -> str:
    """In a worker of the same page."""
    import _faultline_tests as outside
    from faultline.browser_machine import suspend

    program = outside.program
    program.request = json.dumps(request)
    suspend(program)
    answer = program.answer
    died = json.loads(answer).get("died")
    if died is not None:
        raise AssertionError(died)
    return answer


@cache
def _server() -> "subprocess.Popen[str]":
    """Lives as long as the tests do."""
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.driver_server"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    atexit.register(_end, server)
    return server


def _end(server: "subprocess.Popen[str]") -> None:
    server.kill()
    server.communicate()


def _forked(request: dict[str, Any]) -> tuple[int, str, str]:
    server = _server()
    assert server.stdin is not None and server.stdout is not None
    server.stdin.write(json.dumps(request) + "\n")
    server.stdin.flush()
    answer = json.loads(server.stdout.readline())
    return answer["code"], answer["out"], answer["err"]


def _anew(request: dict[str, Any]) -> tuple[int, str, str]:
    """Where processes cannot fork, as on Windows."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.drive"],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr
