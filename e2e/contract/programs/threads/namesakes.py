"""Two threads of one name that move money both ways, each lock known by the same local names."""

import threading
import time


class Account:
    def __init__(self):
        self.lock = threading.Lock()


def move(source, target):
    mine = source.lock
    other = target.lock
    with mine:
        time.sleep(0.1)
        with other:
            pass


accounts = [Account(), Account()]
pairs = [(accounts[0], accounts[1]), (accounts[1], accounts[0])]
threads = [threading.Thread(target=move, args=pair, name="worker") for pair in pairs]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
