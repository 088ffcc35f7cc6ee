"""Philosophers who all take their left fork first."""

import threading
import time

forks = [threading.Lock() for _ in range(3)]


def dine(seat):
    with forks[seat]:
        time.sleep(0.1)
        with forks[(seat + 1) % 3]:
            print(f"{seat} eats")


for seat in range(3):
    threading.Thread(target=dine, args=(seat,), name=f"P{seat}").start()
