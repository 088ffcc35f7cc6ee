"""Calls `drive` for a test and reads its answer."""

import json
import subprocess
import sys
import tempfile
from array import array
from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

from .stage import Tape

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
        done = subprocess.run(
            [sys.executable, "-m", "tests.drive"],
            input=json.dumps({**request, "folder": folder}),
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=60,
            check=False,
        )
    if done.returncode != 0:
        raise AssertionError(done.stdout + done.stderr)
    answer = json.loads(done.stdout)
    tape = Tape()
    tape.batches = [(array("i", records), strings) for records, strings in answer["batches"]]
    return Run(answer["end"]["ending"], answer["end"]["time"] / 1_000_000, tape, answer["end"]["faults"])
