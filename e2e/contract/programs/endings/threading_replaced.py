# ends: raised ValueError
import sys
import threading


def leave(*_args, **_options):
    sys.exit(0)


threading._shutdown = threading._main_thread = leave
raise ValueError("told")
