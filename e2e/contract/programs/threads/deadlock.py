"""Two threads that take two locks in opposite order."""

import threading
import time

a, b = threading.Lock(), threading.Lock()


def one():
    with a:
        time.sleep(0.1)
        with b:
            pass


def two():
    with b:
        time.sleep(0.1)
        with a:
            pass


threads = [threading.Thread(target=one, name="A"), threading.Thread(target=two, name="B")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
