"""A thread adds to an attribute until the main thread switches it off."""

import threading
import time


class Meter:
    def __init__(self):
        self.on = True
        self.total = 0.0


meter = Meter()


def measure():
    while meter.on:
        meter.total += 0.5


thread = threading.Thread(target=measure)
thread.start()
time.sleep(0.05)
meter.on = False
thread.join()
print(meter.total > 100, meter.total % 0.5)
