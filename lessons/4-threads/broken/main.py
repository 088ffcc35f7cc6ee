import threading
import time

counter = 0


def count(times):
    global counter
    for _ in range(times):
        seen = counter
        time.sleep(0.001)
        counter = seen + 1


threads = [threading.Thread(target=count, args=(5,)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
