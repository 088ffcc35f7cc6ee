import gc
import threading
import time

from sqlalchemy import create_engine, text
from sqlalchemy.exc import TimeoutError

gc.disable()
engine = create_engine("sqlite:///shop.db", pool_size=2, max_overflow=1, pool_timeout=2)
refused = []


def double(number):
    with engine.connect() as connection:
        time.sleep(0.15)
        return connection.execute(text("SELECT :n * 2"), {"n": number}).scalar()


def request(number):
    try:
        print(f"request {number}: {double(number)}")
    except TimeoutError:
        refused.append(number)


threads = [threading.Thread(target=request, args=(number,)) for number in range(12)]
for thread in threads:
    thread.start()
    time.sleep(0.1)
for thread in threads:
    thread.join()

print("refused:", refused)
print("out:", engine.pool.checkedout())
gc.collect()
print("out after a collection:", engine.pool.checkedout())
