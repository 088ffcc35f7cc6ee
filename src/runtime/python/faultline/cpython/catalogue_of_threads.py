"""The catalogue's part on threads: what CPython has in C that would wait in the operating system."""

from .replaced import Replaced

_THREAD = (
    "lock LockType allocate_lock allocate RLock _ThreadHandle _local TIMEOUT_MAX start_joinable_thread "
    "start_new_thread start_new _shutdown _make_thread_handle get_ident get_native_id _get_main_thread_ident _count "
    "set_name"
)
_COPIED_BY_THREADING = (
    "Lock _LockType _allocate_lock _CRLock _ThreadHandle local TIMEOUT_MAX _start_joinable_thread _thread_shutdown "
    "_make_thread_handle get_ident get_native_id _get_main_thread_ident _set_name"
)

THREADS = (
    Replaced(
        {
            "_thread": _THREAD,
            "threading": f"{_COPIED_BY_THREADING} _thread_local_info",
            "functools": "RLock",
            "reprlib": "get_ident",
            "tempfile": "_allocate_lock",
            "asyncio.base_futures": "get_ident",
            "_queue": "Empty SimpleQueue",
            "queue": "SimpleQueue",
            "_frozen_importlib.BuiltinImporter": "exec_module",
            "_frozen_importlib_external.ExtensionFileLoader": "exec_module",
            "asyncio.events.BaseDefaultEventLoopPolicy": "_Local _local",
            "asyncio.events._BaseDefaultEventLoopPolicy": "_Local _local",
        },
        "faultline/environment/patch_modules.py",
        "Primitives in C wait in the operating system; ours wait on the scheduler, wherever they were copied to.",
        "tests/test_primitives_install.py",
    ),
    Replaced(
        {
            "threading": "_HAVE_THREAD_NATIVE_ID __all__",
            "threading.Thread": "_set_native_id native_id",
        },
        "faultline/environment/patch_modules.py",
        "Pyodide's threads have no number in a kernel, which programs expect.",
        "tests/test_primitives_thread.py",
    ),
    Replaced(
        {
            "logging": "_lock",
            "logging.Handler": "lock",
            "asyncio.events": "_lock",
            "asyncio.mixins": "_global_lock",
            "tempfile": "_once_lock",
            "_py_warnings": "_lock",
            "queue": "time",
            "threading": "_time",
        },
        "faultline/environment/thread_modules.py",
        "Locks that modules made when they were imported may be held while the program's code runs; the times are "
        "those that its waits agree with.",
        "tests/test_primitives_install.py",
    ),
    Replaced(
        {
            "asyncio.events": "_event_loop_policy",
            "threading": ("_active _limbo _dangling _threading_atexits _SHUTTING_DOWN _counter _active_limbo_lock"),
            "threading._DeleteDummyThreadOnDel.__del__": "__defaults__",
            "concurrent.futures.thread": "_threads_queues _shutdown _global_shutdown_lock",
            "concurrent.futures.thread.ThreadPoolExecutor": "_counter",
        },
        "faultline/environment/fresh_modules.py",
        "What the library remembers of threads is as after Python's start, before each program.",
        "tests/test_primitives_install.py",
    ),
    Replaced(
        {
            "threading.Thread": "__hash__",
            "concurrent.futures._base.Future": "__hash__",
            "asyncio": "Future Task as_completed eager_task_factory",
            "_asyncio": "Future Task",
            "asyncio.futures": "Future _CFuture",
            "asyncio.futures.Future": "__hash__",
            "asyncio.tasks": "Task _CTask _task_name_counter as_completed eager_task_factory",
            "asyncio.tasks.Task": "__hash__",
            "asyncio.tasks._GatheringFuture": "__bases__",
        },
        "faultline/primitives/identity.py",
        "The library iterates over sets of these, in the order of addresses, which differ from run to run.",
        "tests/test_primitives_asyncio.py",
    ),
    Replaced(
        {"sys": "setswitchinterval getswitchinterval"},
        "faultline/primitives/switch_interval.py",
        "The interval is the scheduler's.",
        "tests/test_primitives_install.py",
    ),
    Replaced(
        {
            "_signal": "signal getsignal raise_signal pause",
            "signal": "raise_signal pause pthread_sigmask sigpending sigwait sigwaitinfo sigtimedwait",
            "os": "kill",
            "_thread": "interrupt_main",
        },
        "faultline/primitives/signals.py",
        "A program sends signals to itself only, and one of the signals is our heartbeat.",
        "e2e/contract/endings-words.spec.ts",
    ),
    Replaced(
        {"os": "_exit abort"},
        "faultline/primitives/leaving.py",
        "A program that ends its process is not to end our worker.",
        "tests/test_runner.py",
    ),
    Replaced(
        {
            "select": "select poll",
            "selectors.SelectSelector": "_select",
            "selectors.PollSelector": "_selector_cls",
        },
        "faultline/primitives/descriptors.py",
        "To wait for a file is to wait on the scheduler.",
        "e2e/contract/endings-words.spec.ts",
    ),
    Replaced(
        {"threading.Event": "is_set"},
        "faultline/primitives/event.py",
        "A search is told who only looks at an event.",
        "tests/test_primitives_condition.py",
    ),
    Replaced(
        {
            "_thread": "_excepthook",
            "threading": "_make_invoke_excepthook excepthook __excepthook__",
        },
        "faultline/primitives/thread_excepthook.py",
        "A thread that is taken out at the end of a run has no last words.",
        "tests/test_primitives_end.py",
    ),
    Replaced(
        {"ctypes.PyDLL": "PyThreadState_SetAsyncExc"},
        "faultline/primitives/async_exceptions.py",
        "The C function knows the one thread that Pyodide has.",
        "tests/test_primitives_async_exceptions.py",
    ),
)
