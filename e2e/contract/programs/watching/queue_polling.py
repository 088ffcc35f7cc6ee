"""The main thread polls a queue, letting others go first."""

import queue
import threading
import time

jobs = queue.Queue()


def deliver():
    time.sleep(0.05)
    jobs.put("parcel")


threading.Thread(target=deliver).start()
begun = time.monotonic()
while jobs.empty():
    time.sleep(0)
print(jobs.get(), round(time.monotonic() - begun, 2))
