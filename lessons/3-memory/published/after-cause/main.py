import gc


def make_ring():
    ring = []
    ring.append(ring)


make_ring()
gc.collect()

import tracemalloc

tracemalloc.start()
make_ring()
snapshot = tracemalloc.take_snapshot()
print(snapshot.statistics("lineno"))
