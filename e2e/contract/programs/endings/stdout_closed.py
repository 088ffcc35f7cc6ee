# ends: finished
import sys


class Out:
    closed = True

    def write(self, text):
        return len(text)


sys.stdout = Out()
print("heard by nobody")
