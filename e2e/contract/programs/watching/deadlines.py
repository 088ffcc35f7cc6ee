"""Two threads count until the same deadline."""

import threading
import time

deadline = time.monotonic() + 0.1
counts = [0, 0]


def count(place):
    while time.monotonic() < deadline:
        counts[place] += 1


threads = [threading.Thread(target=count, args=(place,)) for place in (0, 1)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(round(time.monotonic() - deadline, 2), min(counts) > 100)
