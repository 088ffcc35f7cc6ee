# ends: finished
# says: ZeroDivisionError
import atexit
import sys

atexit.register(lambda: 1 / 0)
atexit.register(lambda: sys.exit(3))
