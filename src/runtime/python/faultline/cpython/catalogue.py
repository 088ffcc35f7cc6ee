"""The catalogue of what is replaced in CPython while a program runs: each thing, by whom, why, and what proves it.

A proof is a test, or the self-test of the boot (`proofs.py`). `tests/test_catalogue.py` holds that all is listed that
`Replacements` records. What CPython offers as hooks is used and not listed: `sys.meta_path`, tools of `sys.monitoring`,
signal handlers, `gc.callbacks`.
"""

from typing import NamedTuple


class Replaced(NamedTuple):
    """`names` of each owner, a module or a class; of an attribute of an object its class is the owner. `by` is the file
    of ours and `proof` another, both below `src/runtime/python`, or a browser test."""

    names: dict[str, str]
    by: str
    why: str
    proof: str


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

ENVIRONMENT = (
    Replaced(
        {"sys": "stdout stderr stdin __stdout__ __stderr__ __stdin__ setrecursionlimit breakpointhook"},
        "faultline/environment/run_environment.py",
        "What is printed is recorded, nobody sits at a keyboard, and deep recursion overflows WebAssembly's own stack.",
        "tests/test_environment_streams.py",
    ),
    Replaced(
        {
            "time": (
                "time time_ns monotonic monotonic_ns perf_counter perf_counter_ns process_time process_time_ns "
                "thread_time thread_time_ns clock_gettime clock_gettime_ns localtime gmtime ctime asctime strftime"
            ),
            "os": "times",
            "logging": "_startTime",
            "datetime.datetime": "now utcnow",
        },
        "faultline/environment/clocks.py",
        "Programs read the run clock, so that a run repeats, or skips its waits.",
        "tests/test_repeats.py",
    ),
    Replaced(
        {"time": "sleep", "asyncio": "run", "asyncio.runners": "run"},
        "faultline/environment/scheduler_hooks.py",
        "To sleep is to wait on the scheduler, and Pyodide's `asyncio.run` shares the browser's loop.",
        "tests/test_runner.py",
    ),
    Replaced(
        {
            "asyncio.base_events.BaseEventLoop": "call_soon_threadsafe shutdown_default_executor",
            "asyncio.selector_events.BaseSelectorEventLoop": "_make_self_pipe",
            "asyncio.unix_events._UnixSelectorEventLoop": "add_signal_handler",
            "selectors.SelectSelector": "select",
            "selectors._PollLikeSelector": "select",
            "selectors.EpollSelector": "select",
            "selectors.KqueueSelector": "select",
        },
        "faultline/environment/event_loop.py",
        "Event loops wait on the run clock, and are woken without a pair of sockets.",
        "tests/test_primitives_asyncio.py",
    ),
    Replaced(
        {"os": "urandom", "random": "_urandom seed", "random.Random": "seed"},
        "faultline/environment/randomness.py",
        "All chance begins at a fixed seed, so that a run repeats.",
        "tests/test_environment_chance.py",
    ),
    Replaced(
        {
            "_socket": "getaddrinfo gethostbyname gethostbyname_ex gethostbyaddr",
            "socket": "gethostbyname gethostbyname_ex gethostbyaddr",
            "asyncio.base_events.BaseEventLoop": "create_server create_connection create_datagram_endpoint",
            "asyncio.unix_events._UnixSelectorEventLoop": "create_unix_server create_unix_connection",
        },
        "faultline/environment/no_network.py",
        "There is no network, and Emscripten makes up an address for any name.",
        "tests/test_environment_refusals.py",
    ),
    Replaced(
        {"os": "system", "posix": "system"},
        "faultline/environment/no_processes.py",
        "There are no other programs, and Emscripten does not say so.",
        "tests/test_environment_refusals.py",
    ),
    Replaced(
        {
            "sqlite3": "Connection Cursor connect",
            "sqlite3.dbapi2": "Connection Cursor connect",
        },
        "faultline/environment/sqlite.py",
        "SQLite waits for a busy database in C, where no other thread could run.",
        "tests/test_sqlite_wait.py",
    ),
    Replaced(
        {"sys": "_emscripten_info"},
        "faultline/environment/platform.py",
        "Libraries ask it whether there are threads.",
        "tests/test_environment_chance.py",
    ),
    Replaced(
        {
            "sys": "flags _is_gil_enabled abiflags version",
            "sysconfig": "_CONFIG_VARS",
            "_py_warnings": "_use_context",
        },
        "faultline/environment/free_threaded.py",
        "In the free-threaded model the interpreter says that it has no GIL.",
        "tests/test_primitives_install.py",
    ),
    Replaced(
        {"asyncio": "ensure_future"},
        "faultline/browser_machine.py",
        "For the length of one suspension only: `run_sync` would wrap what is awaited in a task on the browser's loop.",
        "faultline/proofs.py",
    ),
)

HIDING = (
    Replaced(
        {
            "builtins.frame": "f_back",
            "builtins.traceback": "tb_next",
            "sys": "_getframe _current_frames _current_exceptions",
            "warnings": "warn",
        },
        "faultline/environment/hidden_frames.py",
        "Who walks the stack passes over our frames. The two types refuse to be changed but by their dictionaries.",
        "tests/test_hidden_frames.py",
    ),
    Replaced(
        {
            "traceback.StackSummary": "_extract_from_extended_frame_gen",
            "sys": "settrace gettrace setprofile getprofile",
        },
        "faultline/environment/hidden.py",
        "Tracebacks show no frames of ours, and trace functions are not called for them.",
        "tests/test_hidden.py",
    ),
    Replaced(
        {
            "tracemalloc": (
                "start stop clear_traces take_snapshot get_traced_memory get_tracemalloc_memory reset_peak "
                "_get_object_traceback"
            )
        },
        "faultline/cpython/hidden_memory.py",
        "What we allocate is not the program's.",
        "tests/test_cpython_hidden.py",
    ),
    Replaced(
        {"gc": "get_freeze_count get_stats unfreeze get_objects get_referrers"},
        "faultline/cpython/loaded.py",
        "What was loaded before the program is frozen, and the program is not to notice.",
        "tests/test_cpython_hidden.py",
    ),
    Replaced(
        {
            "sys.monitoring": (
                "use_tool_id free_tool_id get_tool register_callback clear_tool_id set_events get_events "
                "set_local_events get_local_events"
            )
        },
        "faultline/cpython/tool_ids.py",
        "The program finds all six tools free, also those that we use.",
        "tests/test_cpython_hidden.py",
    ),
)

PROBES = (
    Replaced(
        {
            "asyncio.base_events.BaseEventLoop": "__init__ call_soon",
            "asyncio.tasks.Task": "__init__ cancel",
            "_asyncio.Task": "__init__ cancel",
            "asyncio.events.Handle": "_run",
            "time": "sleep",
        },
        "faultline/probes/tasks/probe.py",
        "Tells of loops, tasks, cancellations, and steps that hold the loop.",
        "tests/test_probe_is_not_felt.py",
    ),
    Replaced(
        {"importlib._bootstrap": "_lock_unlock_module"},
        "faultline/probes/imports/probe.py",
        "Tells of a module that a thread waits for.",
        "tests/test_imports_probe.py",
    ),
    Replaced(
        {"tracemalloc": ("start stop clear_traces is_tracing get_traced_memory get_object_traceback")},
        "faultline/probes/memory/tracing.py",
        "The probe traces memory, and a program that does so as well is to find it as if it were alone.",
        "tests/test_memory_is_not_felt.py",
    ),
    Replaced(
        {"gc": "callbacks"},
        "faultline/probes/memory/collector.py",
        "The program's list is its own: ours has a callback of ours.",
        "tests/test_memory_is_not_felt.py",
    ),
    Replaced(
        {"gc": "collect"},
        "faultline/probes/threads/variables.py",
        "Before a collection the probe lets go of containers that nobody else holds.",
        "tests/test_loose.py",
    ),
    Replaced(
        {
            "sqlalchemy.pool.base.Pool": "connect",
            "sqlalchemy.pool.impl.SingletonThreadPool": "connect",
        },
        "faultline/probes/pool/probe.py",
        "Tells of requests that wait for a connection. No part of CPython, but replaced in the same way.",
        "tests/test_pool_probe.py",
    ),
)

CATALOGUE = (*THREADS, *ENVIRONMENT, *HIDING, *PROBES)
