"""A tour of what threads are used for: queues, forks, accounts, caches. CPython prints the same lines."""

import functools
import queue
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Thread


def together(*functions):
    threads = [Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def producer_and_consumer():
    shared, done = queue.Queue(5), []

    def produce(n):
        for i in range(10):
            time.sleep(random.random() / 1000)
            shared.put((n, i))

    def consume():
        while (item := shared.get()) is not None:
            done.append(item)
            shared.task_done()

    consumers = [Thread(target=consume) for _ in range(2)]
    for thread in consumers:
        thread.start()
    together(*(functools.partial(produce, n) for n in range(3)))
    shared.join()
    for _ in consumers:
        shared.put(None)
    for thread in consumers:
        thread.join()
    print(sorted(done) == [(n, i) for n in range(3) for i in range(10)])


def dining_philosophers():
    forks, eaten = [threading.Lock() for _ in range(5)], [0] * 5

    def dine(n):
        first, second = sorted((n, (n + 1) % 5))
        for _ in range(3):
            with forks[first]:
                time.sleep(0.001)
                with forks[second]:
                    eaten[n] += 1

    together(*(functools.partial(dine, n) for n in range(5)))
    print(eaten)


def bank_transfers():
    class Account:
        def __init__(self, number):
            self.number, self.balance, self.lock = number, 100, threading.Lock()

    accounts = [Account(n) for n in range(4)]

    def transfer(source, target, amount):
        first, second = sorted((source, target), key=lambda account: account.number)
        with first.lock, second.lock:
            if source.balance >= amount:
                source.balance -= amount
                target.balance += amount

    def work(seed):
        chance = random.Random(seed)
        for _ in range(50):
            transfer(*chance.sample(accounts, 2), chance.randrange(50))

    together(*(functools.partial(work, n) for n in range(4)))
    print(sum(account.balance for account in accounts))


def lazy_initialisation():
    class Config:
        instance, made, lock = None, 0, threading.Lock()

        @classmethod
        def get(cls):
            if cls.instance is None:
                with cls.lock:
                    if cls.instance is None:
                        time.sleep(0.001)
                        cls.made += 1
                        cls.instance = cls()
            return cls.instance

    seen = []
    together(*[lambda: seen.append(Config.get())] * 6)
    print(len(set(map(id, seen))), Config.made)


def readers_and_writers():
    condition, data, torn = threading.Condition(), [0, 0], []
    readers, writing = 0, False

    def read():
        nonlocal readers
        for _ in range(10):
            with condition:
                condition.wait_for(lambda: not writing)
                readers += 1
            left = data[0]
            time.sleep(0.0005)
            if left != data[1]:
                torn.append(left)
            with condition:
                readers -= 1
                condition.notify_all()

    def write():
        nonlocal writing
        for _ in range(5):
            with condition:
                condition.wait_for(lambda: not writing and not readers)
                writing = True
            data[0] += 1
            time.sleep(0.0005)
            data[1] += 1
            with condition:
                writing = False
                condition.notify_all()

    together(read, read, write, write)
    print(data, torn)


def scraper():
    def fetch(url):
        time.sleep(len(url) / 1000)
        if "bad" in url:
            raise ConnectionError(url)
        return len(url)

    urls = ["http://a", "http://bad", "http://longer"]
    with ThreadPoolExecutor(max_workers=3) as pool:
        asked = {pool.submit(fetch, url): url for url in urls}
        print(sorted(f"{asked[one]} {one.exception() or one.result()}" for one in as_completed(asked)))


for part in (producer_and_consumer, dining_philosophers, bank_transfers, lazy_initialisation, readers_and_writers, scraper):
    print(f"-- {part.__name__}")
    part()
