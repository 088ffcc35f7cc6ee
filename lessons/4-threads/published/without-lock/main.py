import threading
import time

clicks = 0
gate = threading.Barrier(2)


def click():
    global clicks
    gate.wait()
    for _ in range(4):
        seen = clicks
        time.sleep(0.001)
        clicks = seen + 2000


threads = [threading.Thread(target=click) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(clicks)
