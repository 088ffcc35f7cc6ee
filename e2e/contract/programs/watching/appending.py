"""Two threads append to one list."""

import threading

results = []


def work():
    for number in range(3000):
        results.append(number)


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(results))
