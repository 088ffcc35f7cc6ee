"""The best-known program about races: two threads add to one counter."""

import threading

hits = 0


def visit():
    global hits
    for _ in range(100_000):
        hits += 1


visitors = [threading.Thread(target=visit) for _ in range(2)]
for visitor in visitors:
    visitor.start()
for visitor in visitors:
    visitor.join()
print(hits)
