"""Putting the primitives in place, and back; a fresh start; what the free-threaded model says of itself."""

import _thread
import importlib
import queue
import sys
import sysconfig
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any

from faultline.cpython.replacements import Replacements
from faultline.environment.thread_modules import exit_threads, fresh, install_free_threaded

from .threads_case import ThreadsCase

_CPYTHONS = {
    name: value
    for module in (_thread, queue)
    for name in ("lock", "LockType", "RLock", "allocate_lock", "get_ident", "start_new_thread", "_local", "SimpleQueue")
    if (value := getattr(module, name, None)) is not None
}
_LOCKS = (type(_thread.allocate_lock()), _thread.RLock)
# The tests' own, and a lock that only guards two lines of `sysconfig`.
_SPARED = {"_start", "_allocate", "_CONFIG_VARS_LOCK"}


def _ignore(*_of_a_trace: object) -> None:
    """Traces nothing."""


class InPlace(ThreadsCase):
    def test_no_module_keeps_cpythons_own(self) -> None:
        """What this process has not imported is not looked at, so this finds much and proves little."""
        found: list[str] = []
        modules: dict[str, Any] = sys.modules
        for name, module in modules.items():
            if not isinstance(module, ModuleType) or name == __name__:
                continue
            for key, value in vars(module).items():
                theirs = issubclass(type(value), _LOCKS) or any(value is one for one in _CPYTHONS.values())
                if theirs and key not in _SPARED:
                    found.append(f"{name}.{key}")
        self.assertEqual(found, [])

    def test_a_module_imported_anew_has_them_too(self) -> None:
        for name, key in (("_queue", "SimpleQueue"), ("_thread", "RLock"), ("_thread", "get_ident")):
            module = sys.modules.pop(name)
            self.assertIs(getattr(importlib.import_module(name), key), getattr(module, key))
            sys.modules[name] = module

    def test_everything_comes_back(self) -> None:
        modules = (_thread, threading, queue, sys)
        self.doCleanups()
        before = [dict(vars(module)) for module in modules]
        main = dict(vars(threading.main_thread()))
        self.setUp()
        self.join(self.start(int))
        exit_threads(self.scheduler)
        self.doCleanups()
        for module, names in zip(modules, before, strict=True):
            self.assertEqual({name for name in names if vars(module).get(name) is not names[name]}, set())
            self.assertEqual(vars(module).keys() - names.keys(), set())
        self.assertEqual(vars(threading.main_thread()), main)

    def test_the_switch_interval_is_the_schedulers(self) -> None:
        self.assertEqual(sys.getswitchinterval(), 0.005)
        sys.setswitchinterval(0.25)
        self.assertEqual((sys.getswitchinterval(), self.scheduler.switch_interval), (0.25, 0.25))
        sys.setswitchinterval(3)
        self.assertEqual(sys.getswitchinterval(), 3)
        for wrong in (0, -1.0):
            with self.assertRaisesRegex(ValueError, "^switch interval must be strictly positive$"):
                sys.setswitchinterval(wrong)
        self.assertRaisesRegex(TypeError, "^must be real number, not str$", sys.setswitchinterval, "1")
        self.assertRaises(TypeError, sys.setswitchinterval)


class Freshness(ThreadsCase):
    def use_everything(self) -> list[Any]:
        """A program that leaves traces wherever threads can; what it saw of earlier ones."""
        seen = [
            threading.Thread().name,
            ThreadPoolExecutor(1)._thread_name_prefix,
            threading.main_thread().name,
            threading.active_count(),
            hash(threading.Thread()),
            threading.excepthook is threading.__excepthook__,
            sys.getswitchinterval(),
            hasattr(self.data, "trace"),
            hasattr(threading, "trace"),
        ]
        self.data.trace = True
        threading.__dict__["trace"] = True
        threading.main_thread().name = "renamed"
        threading.excepthook = print
        threading.settrace(_ignore)
        sys.setswitchinterval(1)
        self.start(threading.Event().wait, daemon=True)
        pool = ThreadPoolExecutor(1)
        pool.submit(int)
        vars(threading)["_register_atexit"](seen.append, "at exit")
        exit_threads(self.scheduler)
        return seen

    def test_a_program_finds_no_trace_of_the_one_before(self) -> None:
        self.data = threading.local()
        first = self.use_everything()
        self.assertEqual(first[-1], "at exit")
        for _ in range(3):
            self.scheduler.unwind()
            self.scheduler.restart(self.strategy())
            fresh(self.scheduler)
            self.assertEqual(self.use_everything(), first)


class FreeThreaded(unittest.TestCase):
    def test_what_it_says_of_itself(self) -> None:
        version, flags = sys.version, sys.flags
        replacements = Replacements()
        install_free_threaded(replacements)
        self.assertIs(sys._is_gil_enabled(), False)
        self.assertEqual(sysconfig.get_config_var("Py_GIL_DISABLED"), 1)
        self.assertEqual((sys.flags.thread_inherit_context, sys.flags.context_aware_warnings), (1, 1))
        self.assertEqual((sys.flags.optimize, tuple(sys.flags)), (flags.optimize, tuple(flags)))
        self.assertEqual(repr(sys.flags), repr(flags))
        self.assertRaises(AttributeError, getattr, sys.flags, "nonsense")
        self.assertIn(" free-threading build (", sys.version)
        self.assertTrue(sys.abiflags.endswith("t"))
        replacements.restore()
        self.assertEqual((sys.version, sys.flags), (version, flags))
        self.assertFalse(sysconfig.get_config_var("Py_GIL_DISABLED"))
