"""Pyodide's event loop on the browser's."""

from collections.abc import Callable, Coroutine

# `asyncio.run` as it was before Pyodide replaced it.
def _orig_run[T](main: Coroutine[object, object, T], *, debug: bool | None = None, loop_factory: Callable[[], object] | None = None) -> T: ...
