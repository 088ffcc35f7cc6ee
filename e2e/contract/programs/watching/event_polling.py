"""The main thread polls an event that a worker sets."""

import threading
import time

ready = threading.Event()


def prepare():
    time.sleep(0.1)
    ready.set()


threading.Thread(target=prepare).start()
begun = time.monotonic()
while not ready.is_set():
    pass
print(round(time.monotonic() - begun, 1))
