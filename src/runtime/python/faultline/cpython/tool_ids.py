"""Hides tools of ours from `sys.monitoring`: the program finds all six ids free, and has tools of its own."""

import sys
from collections.abc import Callable
from types import CodeType, SimpleNamespace
from typing import Any

from ..pristine.monitoring import own_monitoring, own_tools
from ..source.ours import OURS
from .replacements import Replacements

IDS = range(6)
_NONE_LEFT = "this run is watched through some of Python's six monitoring tools, and the program has used up the others"


class _Hidden:
    """A callback that does not hear of our code."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[..., object]) -> None:
        self.function = function

    def __call__(self, code: CodeType, *rest: object) -> object:
        return None if code.co_filename.startswith(OURS) else self.function(code, *rest)


def hide_own_tools(replacements: Replacements) -> None:
    """Tools of the program's go by their own numbers; one that has a number of ours uses another that is free."""
    if own_monitoring is None:
        return
    monitoring: Any = sys.monitoring
    usual = SimpleNamespace(**{name: getattr(monitoring, name) for name in dir(monitoring)})
    # The number in fact of a tool of the program's, by the number that it knows.
    used: dict[int, int] = {}

    def use_tool_id(tool_id: int, name: str, /) -> None:
        if tool_id in used:
            raise ValueError(f"tool {tool_id} is already in use")
        if tool_id not in IDS or type(name) is not str:
            # Python's own words for what is wrong.
            usual.use_tool_id(tool_id, name)
            return
        taken = {*own_tools, *used.values()}
        # Others keep their number: it stands in what Python says of them.
        free = [number for number in (tool_id, *IDS) if number not in taken]
        if not free:
            raise RuntimeError(_NONE_LEFT)
        usual.use_tool_id(free[0], name)
        used[tool_id] = free[0]

    def let_go(after: Callable[[int], None]) -> Callable[[int], None]:
        def of(tool_id: int, /) -> None:
            if tool_id in used or tool_id not in IDS:
                after(used.get(tool_id, tool_id))

        return of

    def free_tool_id(tool_id: int, /) -> None:
        let_go(usual.free_tool_id)(tool_id)
        used.pop(tool_id, None)

    def in_fact(tool_id: int) -> int:
        """Of a tool that is not in use these functions raise: any such number will do, but ours."""
        return used.get(tool_id, _unused(tool_id))

    def _unused(tool_id: int) -> int:
        taken = {*own_tools, *used.values()}
        return tool_id if tool_id not in taken else next((one for one in IDS if one not in taken), -1)

    def register_callback(tool_id: int, event: int, func: Any, /) -> Any:
        number = in_fact(tool_id)
        before = usual.register_callback(number, event, None if func is None else _Hidden(func))
        return before.function if type(before) is _Hidden else before

    def get_tool(tool_id: int, /) -> str | None:
        name: str | None = usual.get_tool(used[tool_id]) if tool_id in used else None
        return name if tool_id in IDS else usual.get_tool(tool_id)

    def by_number(function: Callable[..., Any]) -> Callable[..., Any]:
        def of(tool_id: int, /, *rest: Any) -> Any:
            return function(in_fact(tool_id), *rest)

        return of

    replaced: dict[str, Any] = {
        "use_tool_id": use_tool_id,
        "free_tool_id": free_tool_id,
        "get_tool": get_tool,
        "register_callback": register_callback,
    }
    if hasattr(usual, "clear_tool_id"):
        replaced["clear_tool_id"] = let_go(usual.clear_tool_id)
    for name in ("set_events", "get_events", "set_local_events", "get_local_events"):
        replaced[name] = by_number(getattr(usual, name))
    for name, function in replaced.items():
        replacements.wrap(monitoring, name, lambda _usual, function=function: function)
