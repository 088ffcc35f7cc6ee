# ends: exited 120
# says: Exception ignored while flushing sys.stdout
# says: AttributeError: 'Out' object has no attribute 'flush'
import atexit
import sys


class Out:
    def write(self, text):
        return len(text)


sys.stdout = Out()
atexit.register(print, "still heard by nobody")
print("heard by nobody")
raise SystemExit(4)
