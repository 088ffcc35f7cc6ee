# ends: raised ZeroDivisionError
import sys


class Stream:
    def write(self, text):
        raise SystemExit(0)

    flush = write


sys.stderr = Stream()
1 / 0
