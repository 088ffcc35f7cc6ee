# ends: raised ValueError
# says: ValueError: told
import sys
import traceback


def leave(*_args, **_options):
    sys.exit(0)


for name in ("__init__", "format", "from_exception", "print"):
    setattr(traceback.TracebackException, name, leave)
traceback.print_exception = traceback.format_exception = traceback.walk_tb = leave
raise ValueError("told")
