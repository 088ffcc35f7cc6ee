"""What an event loop here says of sockets: there is no network, in words, and not that some constant is missing."""

import errno
from asyncio import base_events, unix_events
from typing import Any, NoReturn

from ..replacements import Replacements

_WORDS = "sockets need a network, and a program in a browser page has none"
# CPython's own would begin, and fail half-way. Those of a loop of the program's are its own.
_REFUSED: tuple[tuple[type, tuple[str, ...]], ...] = (
    (base_events.BaseEventLoop, ("create_server", "create_connection", "create_datagram_endpoint")),
    (unix_events._UnixSelectorEventLoop, ("create_unix_server", "create_unix_connection")),  # type: ignore[attr-defined]
)


def refuse_network(replacements: Replacements) -> None:
    """For `asyncio.start_server`, `asyncio.open_connection` and their kin."""
    for loop, names in _REFUSED:
        for name in names:
            replacements.wrap(loop, name, lambda _usual: _refusing())


def _refusing() -> Any:
    async def refuse(_loop: Any, *_args: Any, **_options: Any) -> NoReturn:
        raise OSError(errno.ENETDOWN, _WORDS)

    return refuse
