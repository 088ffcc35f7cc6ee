"""Two threads check, then act, very often; once with a pause between."""

import threading
import time

tickets = 50_000
sold = 0


def sell():
    global tickets, sold
    while tickets > 0:
        left = tickets
        if left == 1:
            time.sleep(0.001)
        tickets = left - 1
        sold += 1


sellers = [threading.Thread(target=sell) for _ in range(2)]
for seller in sellers:
    seller.start()
for seller in sellers:
    seller.join()
print(tickets)
