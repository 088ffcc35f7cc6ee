import threading

clicks = 0


def click():
    global clicks
    for _ in range(4):
        clicks += abs(2000)


threads = [threading.Thread(target=click) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(16000 - clicks, "of 16000 lost")
