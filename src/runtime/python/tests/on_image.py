"""What a worker of the Python tests calls: runs one module of them, or a program for one, on the product's image."""

import io
import json
from contextlib import redirect_stdout
from pathlib import Path

import _faultline_machine as machine
import _faultline_tests as outside

from . import drive

HOME = Path(__file__).parents[1]


def run_tests(module: str, _carrier: str = "") -> str:
    """The report of a module's tests, as JSON, with what unittest has printed."""
    machine.protectStack()
    import run_python

    class Telling(run_python.TimedResult):
        began = staticmethod(outside.began)

    printed = io.StringIO()
    report = run_python.report_of(str(HOME), [module], printed, Telling)
    return json.dumps({**report, "printed": printed.getvalue()})


def run_program(asked: str, _carrier: str = "") -> str:
    """What `driving` asks for: carries out a request as `drive` does, or a script."""
    machine.protectStack()
    request = json.loads(asked)
    script = request.get("script")
    return drive.carried_out(request) if script is None else json.dumps({"printed": _printed_by(script)})


def _printed_by(script: str) -> str:
    with redirect_stdout(io.StringIO()) as printed:
        exec(compile(script, "<string>", "exec"), {"__name__": "__main__"})
    return printed.getvalue()
