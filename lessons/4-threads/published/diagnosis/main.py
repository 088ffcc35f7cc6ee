from queue import Queue

inbox = Queue()


def fill():
    for _ in range(2000):
        inbox.put(1)


threads = [threading.Thread(target=fill) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(inbox.qsize())
