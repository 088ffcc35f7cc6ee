"""The catalogue of what is replaced in CPython while a program runs: each thing, by whom, why, and what proves it.

A proof is a test, or the self-test of the boot (`proofs.py`). `tests/test_catalogue.py` holds that all is listed that
`Replacements` records. What CPython offers as hooks is used and not listed: `sys.meta_path`, tools of `sys.monitoring`,
signal handlers, `gc.callbacks`.
"""

from .catalogue_of_threads import THREADS
from .replaced import Replaced

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
            "sys": "_getframe _getframemodulename _current_frames _current_exceptions",
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
        {"gc": "freeze get_freeze_count get_stats unfreeze get_objects get_referrers"},
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
        "Tells of loops, tasks, cancellations, and steps that hold the loop. `call_soon` and `_run` stay where "
        "native code watches them.",
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
