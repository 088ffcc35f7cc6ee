import gc
import tracemalloc


class Draft:
    def __init__(self):
        self.pages = bytearray(100_000)


def write():
    ring = [Draft()]
    ring.append(ring)


tracemalloc.start()
write()
gc.collect()
first = tracemalloc.take_snapshot()
for _ in range(50):
    write()
gc.collect()
second = tracemalloc.take_snapshot()
changes = second.compare_to(first, "lineno")
grown = [change for change in changes if change.size_diff > 100_000]
print("lines that grew by more than 100 kB:", len(grown))
for change in grown:
    print(change.traceback)
