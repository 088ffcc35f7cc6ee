"""Very many items go through a short queue."""

import queue
import threading

items = queue.Queue(maxsize=5)
taken = []


def produce():
    for number in range(8_000):
        items.put(number)
    items.put(None)


def consume():
    while (item := items.get()) is not None:
        taken.append(item)


workers = [threading.Thread(target=produce), threading.Thread(target=consume)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(len(taken), sum(taken), taken == sorted(taken))
