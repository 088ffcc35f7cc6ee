"""What the worker of the Python tests hands to them as a module: `createOutside` of `src/runtime/testing/worker.ts`."""

from _faultline_machine import Suspension

class Program(Suspension):
    request: str
    answer: str

program: Program

def began(test: str) -> None: ...
