"""How Python and JavaScript hold each other's objects, as far as our Python uses it."""

from collections.abc import Callable

class JsProxy:
    """An object of JavaScript."""

class JsDoubleProxy(JsProxy):
    """An object of Python as JavaScript has it."""
    def destroy(self) -> None: ...

def can_run_sync() -> bool: ...
def create_proxy(obj: Callable[..., object]) -> JsDoubleProxy: ...
def run_sync(x: JsProxy) -> object: ...
