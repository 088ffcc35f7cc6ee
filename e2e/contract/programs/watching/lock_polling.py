"""The main thread tries a lock until a worker lets it go."""

import threading
import time

lock = threading.Lock()


def hold():
    with lock:
        time.sleep(0.1)


threading.Thread(target=hold).start()
time.sleep(0.01)
begun = time.monotonic()
while not lock.acquire(blocking=False):
    pass
print(round(time.monotonic() - begun, 2))
lock.release()
