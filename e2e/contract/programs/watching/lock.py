"""Two threads take a lock, very often."""

import threading

lock = threading.Lock()
stock = 0


def fill():
    global stock
    for _ in range(15_000):
        with lock:
            stock += 1


fillers = [threading.Thread(target=fill) for _ in range(2)]
for filler in fillers:
    filler.start()
for filler in fillers:
    filler.join()
print(stock, lock.locked())
