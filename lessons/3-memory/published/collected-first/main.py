import gc


def make_ring():
    ring = []
    ring.append(ring)


make_ring()
gc.collect()

import tracemalloc

tracemalloc.start()
make_ring()
gc.collect()
snapshot = tracemalloc.take_snapshot()
lines = snapshot.statistics("lineno")
print([line for line in lines if line.traceback[0].lineno == 6])
