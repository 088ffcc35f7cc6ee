"""Two threads count in an attribute of a dictionary and in an item of the same name."""

import threading


class Stats(dict):
    n = 0


stats = Stats(n=0)


def work():
    for _ in range(3000):
        stats.n += 1
        stats["n"] -= 1


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(stats.n, stats["n"])
