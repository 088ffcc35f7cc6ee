import tracemalloc

tracemalloc.start()
make_ring()
snapshot = tracemalloc.take_snapshot()
print(snapshot.statistics("lineno"))
