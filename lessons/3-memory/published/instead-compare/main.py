import gc
import tracemalloc

kept = []


class Draft:
    def __init__(self):
        self.pages = bytearray(100_000)


def write():
    draft = Draft()
    kept.append(draft)


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
