import gc
import threading
import time

from sqlalchemy import create_engine, text
from sqlalchemy.exc import TimeoutError

gc.disable()
engine = create_engine(
    "sqlite:///shop.db", pool_size=2, max_overflow=1, pool_timeout=2
)
twice = text("SELECT :n * 2")
refused = []


def log(number):
    with engine.connect() as connection:
        connection.scalar(twice, {"n": number})


def answer(number):
    with engine.connect() as connection:
        time.sleep(0.35)
        log(number)
        return connection.scalar(twice, {"n": number})


def request(number):
    try:
        print(f"request {number}: {answer(number)}")
    except TimeoutError:
        refused.append(number)


threads = []
for number in range(12):
    threads.append(threading.Thread(target=request, args=(number,)))
    threads[-1].start()
    time.sleep(0.1)
for thread in threads:
    thread.join()

print("refused:", refused)
print("still out:", engine.pool.checkedout())
gc.collect()
print("after a collection:", engine.pool.checkedout())
