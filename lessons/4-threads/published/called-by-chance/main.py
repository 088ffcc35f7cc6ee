import threading

clicks = 0


def click():
    global clicks
    for _ in range(2000):
        clicks += abs(1)


threads = [threading.Thread(target=click) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(clicks)
