# ends: exited 120
import sys


class Out:
    closed = False

    def __init__(self, below):
        self.write = below.write

    def flush(self):
        raise KeyboardInterrupt


sys.stderr = Out(sys.stderr)
