"""What a program hears of the network: that there is none, in words. Emscripten makes up an address for any name."""

import _socket
import errno
import socket
from asyncio import base_events, unix_events
from typing import Any, NoReturn

from ..cpython.replacements import Replacements

_WORDS = "sockets need a network, and a program in a browser page has none"
# CPython's own would begin, and fail half-way. Those of a loop of the program's are its own.
_REFUSED: tuple[tuple[type, tuple[str, ...]], ...] = (
    (base_events.BaseEventLoop, ("create_server", "create_connection", "create_datagram_endpoint")),
    (unix_events._UnixSelectorEventLoop, ("create_unix_server", "create_unix_connection")),
)


# As on any machine that is offline.
_UNKNOWN = "Temporary failure in name resolution"
_HERE, _LOOPBACK = "localhost", "127.0.0.1"
_ANY = ("", "<broadcast>")


def refuse_network(replacements: Replacements) -> None:
    """For `asyncio.start_server`, `asyncio.open_connection` and their kin, and for whoever asks for an address."""
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr"):
        for module in (_socket, socket):
            # `socket.getaddrinfo` asks the one of `_socket`.
            if name != "getaddrinfo" or module is _socket:
                replacements.wrap(module, name, _resolving)
    for loop, names in _REFUSED:
        for name in names:
            replacements.wrap(loop, name, lambda _usual: _refusing())


def _refusing() -> Any:
    async def refuse(_loop: Any, *_args: Any, **_options: Any) -> NoReturn:
        raise OSError(errno.ENETDOWN, _WORDS)

    return refuse


def _resolving(usual: Any) -> Any:
    def resolve(host: Any, *args: Any, **options: Any) -> Any:
        name = host.decode("ascii", "replace") if type(host) is bytes else host
        if type(name) is not str or name in _ANY or ":" in name or "\0" in name:
            # Or one of IPv6, or none at all.
            return usual(host, *args, **options)
        found = usual(_address(name), *args, **options)
        return (name, [], found[2]) if type(found) is tuple else found

    return resolve


def _address(host: str) -> str:
    if host.lower() in (_HERE, socket.gethostname()):
        return _LOOPBACK
    host.encode("idna")
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        raise socket.gaierror(socket.EAI_AGAIN, _UNKNOWN) from None
