"""The main thread spins on a flag that a worker sets."""

import threading
import time

open_now = False


def unlock():
    global open_now
    time.sleep(0.2)
    open_now = True


threading.Thread(target=unlock).start()
begun = time.monotonic()
while not open_now:
    pass
print(round(time.monotonic() - begun, 1))
