"""What a browser lacks, found in the exceptions that come of it: `src/app/lesson/hints.ts` says it in words."""

import errno
import socket
from typing import Any, TypedDict

from ..pristine.facts import exact, field_of, is_a, traceback_of
from ..source.module_names import names_in

NO_DEBUGGER = "breakpoint() needs a keyboard, and this page has none for programs. Print what you want to see."
NO_INPUT = "input() has nothing to read here: this page has no keyboard input for programs. Put the value in the code."
# Emscripten's own number and words, of `os.popen`.
NO_PROCESSES = 138
NO_SIGNALS = (
    "an event loop cannot handle signals here: a browser sends a program none. "
    "Programs that are to run on Windows as well catch this NotImplementedError and go on without"
)


class Absent(TypedDict):
    """`what` is a key of `messages.errors.hints.absent`, `name` what the program asked for, as it called it."""

    what: str
    name: str


# By the module that is not there, that lacks an attribute, or whose function has failed: what it needs.
_NEEDS = {
    name: what
    for what, names in {
        "network": "socket _socket ssl _ssl socketserver select selectors http.client http.server urllib.request "
        "ftplib smtplib imaplib poplib nntplib telnetlib xmlrpc.client xmlrpc.server wsgiref.simple_server "
        "asyncio.streams",
        "processes": "multiprocessing _multiprocessing _posixshmem _posixsubprocess subprocess pty posix "
        "concurrent.futures.process asyncio.subprocess",
        "signals": "signal _signal",
        "browser": "webbrowser js",
        "system": "ctypes",
        "openssl": "hashlib _hashlib hmac",
        "interpreters": "_interpreters _interpchannels concurrent.interpreters concurrent.futures.interpreter",
        "module": "curses _curses dbm _dbm _gdbm ensurepip fcntl grp idlelib msvcrt pwd pydoc_data readline resource "
        "syslog termios tkinter _tkinter turtle venv winreg winsound spwd crypt nis ossaudiodev",
    }.items()
    for name in names.split()
}

# What these modules have on other systems.
_ELSEWHERE = {
    module: frozenset(names.split())
    for module, names in {
        "os": "fork forkpty posix_spawn posix_spawnp spawnvp spawnlp wait3 wait4 waitid pidfd_open setns unshare "
        "sched_setaffinity sched_getaffinity getpriority setpriority nice openpty mkfifo memfd_create eventfd "
        "startfile",
        "socket": "SO_REUSEADDR SO_REUSEPORT SO_EXCLUSIVEADDRUSE AF_UNIX AF_PACKET AF_NETLINK AF_BLUETOOTH AF_CAN "
        "AF_VSOCK IPPROTO_TCP IPV6_V6ONLY TCP_NODELAY TCP_KEEPIDLE socketpair if_nameindex if_nametoindex send_fds "
        "recv_fds",
        "signal": "alarm setitimer pthread_kill pidfd_send_signal",
        "select": "epoll kqueue kevent devpoll EPOLLIN EPOLLOUT",
        "hashlib": "pbkdf2_hmac scrypt",
        "concurrent.futures": "ProcessPoolExecutor InterpreterPoolExecutor",
        "asyncio": "start_unix_server open_unix_connection",
    }.items()
}

# What these need, where it is not what their module needs.
_NEEDED_BY = {
    **dict.fromkeys(("asyncio.start_unix_server", "asyncio.open_unix_connection"), "network"),
    **dict.fromkeys(("os.mkfifo", "os.memfd_create", "os.eventfd"), "system"),
    "concurrent.futures.InterpreterPoolExecutor": "interpreters",
}

# The methods of an event loop that asyncio leaves to the loops of an operating system.
_OF_LOOPS = {
    "add_signal_handler": "signals",
    "remove_signal_handler": "signals",
    "subprocess_exec": "processes",
    "subprocess_shell": "processes",
    "_make_subprocess_transport": "processes",
    "connect_read_pipe": "processes",
    "connect_write_pipe": "processes",
    "_make_read_pipe_transport": "processes",
    "_make_write_pipe_transport": "processes",
}

_ERRORS = {
    **{
        getattr(errno, name): "network"
        for name in "EHOSTUNREACH ENETUNREACH ENETDOWN ECONNREFUSED ENOTCONN EAFNOSUPPORT EADDRNOTAVAIL ENOPROTOOPT "
        "EOPNOTSUPP EPROTONOSUPPORT EPFNOSUPPORT ENOTSOCK".split()
        if hasattr(errno, name)
    },
    errno.ENOEXEC: "processes",
    errno.ENOSYS: "system",
    NO_PROCESSES: "processes",
}


def absent_in(error: BaseException) -> Absent | None:
    """What the exception comes of, if it comes of something that a browser lacks."""
    if is_a(error, EOFError):
        args = field_of(error, BaseException, "args")
        # By identity: other ends of input have other words. `getpass` has none.
        is_ours = bool(args) and any(args[0] is ours for ours in (NO_INPUT, NO_DEBUGGER))
        return _absent("keyboard", "") if is_ours or _functions(error)[-1][0] == "getpass" else None
    if is_a(error, AttributeError):
        return _attribute(_name_of(field_of(error, AttributeError, "obj")), field_of(error, AttributeError, "name"))
    if is_a(error, ImportError):
        return _module(error)
    if is_a(error, NotImplementedError):
        return _not_implemented(error)
    return _by_number(error) if is_a(error, OSError) else None


def _not_implemented(error: BaseException) -> Absent | None:
    args = field_of(error, BaseException, "args")
    if args and args[0] is NO_SIGNALS:
        # The frame of ours that has raised it is shown to nobody.
        return _absent("signals", "add_signal_handler")
    module, function = _functions(error)[-1]
    if module.startswith(("asyncio.", "faultline.environment.")):
        return _absent(_OF_LOOPS.get(function, "network"), function)
    return _absent(_NEEDS[module], module) if module in _NEEDS else None


def _module(error: BaseException) -> Absent | None:
    name, part = field_of(error, ImportError, "name"), field_of(error, ImportError, "name_from")
    called = _called(error)
    if type(name) is not str or not is_a(error, ModuleNotFoundError):
        # The module is there, and lacks something; or says itself that it cannot work here.
        lacking = _attribute(name, part) if type(name) is str else None
        return lacking or (None if called is None else _absent(_NEEDS[called], called))
    if name == "js" and called is not None:
        # Pyodide's own way out of Python, which a module of the library takes.
        return _absent(_NEEDS[called], called)
    what = _NEEDS.get(name) or _NEEDS.get(name.partition(".")[0])
    return None if what is None else _absent(what, name)


def _attribute(module: str | None, name: object) -> Absent | None:
    """A name that the module has elsewhere. A misspelt one is a mistake of another kind."""
    if module is None or type(name) is not str or name not in _ELSEWHERE.get(module, ()):
        return None
    full = f"{module}.{name}"
    return _absent(_NEEDED_BY.get(full) or _NEEDS.get(module, "processes"), full)


def _by_number(error: BaseException) -> Absent | None:
    called = _called(error)
    if called is not None and called in _NEEDS:
        return _absent(_NEEDS[called], called)
    number = field_of(error, OSError, "errno")
    if is_a(error, socket.gaierror) or is_a(error, socket.herror):
        return _absent("network", "")
    what = _ERRORS.get(number) if type(number) is int else None
    return None if what is None else _absent(what, "")


def _absent(what: str, name: str) -> Absent:
    return {"what": what, "name": exact(name)}


def _name_of(module: object) -> str | None:
    name = (names_in(module) or {}).get("__name__")
    return name if type(name) is str else None


def _functions(error: BaseException) -> list[tuple[str, str]]:
    """Of each call in its traceback the module and the name of the function."""
    found = [("", "")]
    tb = traceback_of(error)
    while tb is not None:
        module: Any = tb.tb_frame.f_globals.get("__name__")
        found.append((module if type(module) is str else "", tb.tb_frame.f_code.co_name))
        tb = tb.tb_next
    return found


def _called(error: BaseException) -> str | None:
    """The innermost module in its traceback that is known to need what a browser lacks."""
    return next((module for module, _ in reversed(_functions(error)) if module in _NEEDS), None)
