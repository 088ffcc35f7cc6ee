"""What the worker hands to Python as a module. Its source is `Machine` of `src/runtime/worker/machine.ts`."""

from array import array

from pyodide.ffi import JsProxy

class Suspension(JsProxy):
    """Suspends whoever waits for it: a thenable."""

class Pause(Suspension):
    milliseconds: float

class Question(Suspension):
    text: str
    thread: int
    stride: str

class Carriers(JsProxy):
    items: list[Suspension]
    def grow(self, count: int) -> None: ...
    def setBody(self, body: JsProxy) -> None: ...

suspends: bool
# Undefined, and so None, where nothing can be suspended. Whoever uses them has asked `suspends`.
carriers: Carriers
pause: Pause
breath: Suspension
question: Question

def block(milliseconds: float) -> None: ...
def throttle() -> None: ...
def watchReserve(flag: bytearray) -> None: ...
def stopAsked() -> bool: ...
def protectStack() -> None: ...
def started() -> None: ...
def send(records: array[int], strings: str) -> None: ...
def searched(report: str) -> None: ...
