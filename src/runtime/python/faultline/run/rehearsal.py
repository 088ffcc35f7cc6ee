"""A run of a small program that nobody hears of, so that the interpreter's code is compiled when the first one comes.

Browsers compile a function of WebAssembly when it is first called, and better when it is called often. What Python then
remembers is of no use: whoever asks for a rehearsal puts the memory back afterwards (`worker/rehearsal.ts`). So nothing
of it may reach JavaScript but the files, which are taken away here.
"""

import gc
import os
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from ..environment.exits import FINISHED
from ..pristine.json_text import to_json
from ..report.faults import fault_of
from ..report.request import Request
from .runner import Runner

if TYPE_CHECKING:
    from array import array

    from ..scheduler.strategies.manual import Stride

_FOLDER = "/rehearsal"
_FILES = {
    "shop/__init__.py": "",
    "shop/orders.py": """from shop.prices import total

class Order:
    def __init__(self, price):
        self.price = price
""",
    "shop/prices.py": "def total(prices):\n    return sum(prices)\n",
}
# What programs do that run with a probe.
_USUAL = """
import shop.orders
print(f"{shop.orders.total([1, 2]):.2f}")
try:
    import shop.absent
except ImportError as error:
    print(error)
"""
_PARTS = {
    "tasks": """
import asyncio

async def ask(order):
    await asyncio.sleep(0)
    return order.price

async def ask_all(orders):
    async with asyncio.TaskGroup() as group:
        asked = [group.create_task(ask(order)) for order in orders]
    return [task.result() for task in asked]

print(asyncio.run(ask_all([shop.orders.Order(2), shop.orders.Order(3)])))
""",
    "threads": """
import threading
counter = 0
lock = threading.Lock()

def add():
    global counter
    for _ in range(3):
        with lock:
            counter += 1

adding = threading.Thread(target=add)
add()
print(counter)
""",
    "pool": """
try:
    from sqlalchemy import create_engine, text
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        print(connection.execute(text("select 1")).scalar())
    engine.dispose()
except ImportError as error:
    print(error)
""",
}
_LIMITS = {"events": 1000, "outputChars": 1000, "seconds": 1, "threads": 1, "memoryBytes": 0}


class _Machine:
    """A machine that nothing is outside of."""

    def __init__(self, most_threads: int) -> None:
        self.most_threads = most_threads
        self.now = time.perf_counter

    def pause(self, seconds: float) -> None:
        pass

    def poll_host(self) -> None:
        pass

    def throttle(self) -> None:
        pass

    def release_reserve(self) -> None:
        pass

    def stop_asked(self) -> bool:
        return False

    def set_body(self, body: Callable[[int], None]) -> None:
        pass

    def grow(self, count: int) -> None:
        raise AssertionError("no thread is started")

    def switch(self, carrier: int, /) -> object:
        raise AssertionError("no thread is started")

    def ask(self, question: dict[str, Any]) -> "tuple[int, Stride]":
        raise AssertionError("nobody is there to answer")


def rehearse(probes: list[str], model: str | None, most_threads: int, standard_run: Callable[..., object]) -> str:
    """Begins a run with these probes, and with a schedule where there is a `model`, and leaves everything as it then
    is, but for files and the folder. Returns what went wrong, or nothing. Raises nothing."""
    folder = os.getcwd()
    files = {"main.py": _USUAL + "".join(_PARTS.get(probe, "") for probe in probes), **_FILES}
    # What a collection frees may be JavaScript's.
    gc.disable()
    try:
        request: Request = {
            "program": {"files": files, "entry": "main.py"},
            "probes": probes,
            "pace": "real",
            "limits": _LIMITS,
            "schedule": None if model is None else {"model": model, "strategy": {"kind": "realistic"}, "check": None},
            "search": None,
        }
        ending, faults = Runner(request, _Machine(most_threads), _send, standard_run, _FOLDER).rehearse()
        return "" if ending is FINISHED and not faults else to_json([ending, *faults])
    except BaseException as error:
        return fault_of(error)
    finally:
        os.chdir(folder)
        _remove(files)


def _remove(files: Iterable[str]) -> None:
    for path in files:
        if os.path.exists(f"{_FOLDER}/{path}"):
            os.remove(f"{_FOLDER}/{path}")
    for path in (f"{_FOLDER}/shop", _FOLDER):
        if os.path.exists(path):
            os.rmdir(path)


def _send(_records: "array[int]", strings: list[str]) -> None:
    to_json(strings)
