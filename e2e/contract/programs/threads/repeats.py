"""All that differs from run to run on ordinary Python, but should not under a schedule."""

import asyncio
import datetime
import logging
import os
import random
import secrets
import tempfile
import threading
import time
import uuid


class Thing:
    def __del__(self):
        raise ValueError(self)


def work(number):
    for _ in range(20):
        seen.append((number, time.time()))
    print(number, threading.current_thread(), threading.get_ident(), Thing)


async def nap(seconds):
    await asyncio.sleep(seconds)
    return asyncio.current_task()


async def main():
    print(await asyncio.gather(*(nap(number / 10) for number in range(3))))


seen = []
print(time.time(), time.localtime(), time.gmtime(), time.ctime(), time.asctime(), time.strftime("%c %z"))
print(datetime.datetime.now(), datetime.datetime.today(), datetime.date.today(), datetime.datetime.now(datetime.UTC))
print(datetime.datetime.fromtimestamp(0), time.mktime((2026, 7, 1, 12, 0, 0, 0, 0, -1)), time.tzname, time.timezone)
print(time.process_time(), time.clock_gettime(time.CLOCK_MONOTONIC), os.times())
print(os.urandom(4), uuid.uuid4(), uuid.uuid1(), secrets.token_hex(4), tempfile.mktemp())
print(random.random(), random.Random().random(), random.SystemRandom().random())
random.seed()
print(random.random())
# Kept, as whether the place of a freed object is used again is up to the allocator.
kept = [object() for _ in range(3)]
print(Thing(), kept[0], lambda: 0, threading.Lock(), hex(2**40), {"a", "b", b"c", None, 2.5})
logging.basicConfig(format="%(asctime)s %(relativeCreated)d %(thread)d %(message)s")
threads = [threading.Thread(target=work, args=(number,)) for number in range(3)]
print(threads, {*threads})
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
asyncio.run(main())
logging.warning("%s", kept[1])
print(len(seen), seen[::10])
raise RuntimeError(kept[2], threads)
