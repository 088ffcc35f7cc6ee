"""Threads touch very many objects, each of them a few times."""

import threading


class Order:
    def __init__(self, number):
        self.number = number
        self.paid = False


orders = []
paid = 0


def take():
    for number in range(6_000):
        orders.append(Order(number))


def pay():
    global paid
    for order in orders:
        if not order.paid:
            order.paid = True
            paid += 1


for work in (take, pay):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
print(len(orders), paid)
