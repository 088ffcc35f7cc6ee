# ends: raised ZeroDivisionError
# says: Error in sys.excepthook:
# says: Original exception was:
import sys


def hook(kind, value, traceback):
    raise LookupError("in the hook")


sys.excepthook = hook
1 / 0
