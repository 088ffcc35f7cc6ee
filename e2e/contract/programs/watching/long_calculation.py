"""The main thread calculates for long beside a thread that sleeps."""

import threading
import time

total = 0
threading.Thread(target=time.sleep, args=(0.01,)).start()
for number in range(300_000):
    total += number
print(total)
