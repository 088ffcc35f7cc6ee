"""How an interpreter without a GIL tells programs so."""

import sys
from typing import Any

from ..cpython.replacements import Replacements

# What `sys.flags` shows otherwise in CPython 3.14t. `gil` is None unless the GIL was asked for or against.
_FLAGS = {"gil": None, "thread_inherit_context": 1, "context_aware_warnings": 1}


class _Flags(tuple[Any, ...]):
    """`sys.flags`, of which programs can make no other."""

    usual: Any

    def __getattr__(self, name: str) -> Any:
        return _FLAGS[name] if name in _FLAGS else getattr(self.usual, name)

    def __repr__(self) -> str:
        return repr(self.usual)


def install_free_threaded(replacements: Replacements) -> None:
    """Makes the interpreter say that it is the free-threaded build."""
    _say_in_configuration(replacements)
    flags = _Flags(sys.flags)
    flags.usual = sys.flags
    replacements.put(sys, "flags", flags)
    replacements.put(sys, "_is_gil_enabled", lambda: False)
    replacements.put(sys, "abiflags", getattr(sys, "abiflags", "") + "t")
    number, rest = sys.version.split(" ", 1)
    replacements.put(sys, "version", f"{number} free-threading build {rest}")
    warnings: Any = sys.modules.get("_py_warnings")
    if warnings is not None:
        # Read from the flags when Python started.
        replacements.put(warnings, "_use_context", 1)


def _say_in_configuration(replacements: Replacements) -> None:
    # Only this model needs it, and it takes its time. It looks for its data under a name with the usual `abiflags`.
    import sysconfig

    replacements.put(sysconfig, "_CONFIG_VARS", {**sysconfig.get_config_vars(), "Py_GIL_DISABLED": 1})
