"""Two threads add to items of a list."""

import threading

totals = [0, 0, 0]


def count(place):
    for step in range(8_000):
        totals[place] += 1
        totals[2] += 1


counters = [threading.Thread(target=count, args=(place,)) for place in range(2)]
for counter in counters:
    counter.start()
for counter in counters:
    counter.join()
print(totals)
