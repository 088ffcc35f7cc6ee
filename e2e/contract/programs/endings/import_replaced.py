# ends: raised ValueError
import builtins
import sys


def refuse(*_args, **_options):
    sys.exit(0)


builtins.__import__ = refuse
raise ValueError("told")
