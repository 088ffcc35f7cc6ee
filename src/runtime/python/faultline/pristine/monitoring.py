"""`sys.monitoring` for tools of ours, as it was at first: the program has another view of it, in which ours are not."""

import sys
from types import SimpleNamespace
from typing import Any

# The numbers of those tools that are in use.
own_tools: set[int] = set()


def _own() -> Any:
    usual: Any = getattr(sys, "monitoring", None)
    if usual is None:
        # Before Python 3.12; what follows programs is not used there.
        return None
    own = SimpleNamespace(**{name: getattr(usual, name) for name in dir(usual)})

    def use_tool_id(number: int, name: str) -> None:
        usual_use(number, name)
        own_tools.add(number)

    def free_tool_id(number: int) -> None:
        usual_free(number)
        own_tools.discard(number)

    usual_use, usual_free = own.use_tool_id, own.free_tool_id
    own.use_tool_id, own.free_tool_id = use_tool_id, free_tool_id
    return own


own_monitoring: Any = _own()
