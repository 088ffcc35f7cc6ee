import threading
from queue import Queue

inbox = Queue()
clicks = 0


def fill():
    for _ in range(2000):
        inbox.put(1)


def drain():
    global clicks
    for _ in range(16000):
        clicks += inbox.get()


threads = [threading.Thread(target=fill) for _ in range(8)]
threads.append(threading.Thread(target=drain))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(inbox.qsize(), "waiting,", clicks, "counted")
