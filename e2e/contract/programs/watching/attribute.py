"""Two threads add to an attribute."""

import threading


class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, times):
        for _ in range(times):
            self.balance += 1


account = Account()
tellers = [threading.Thread(target=account.deposit, args=(50_000,)) for _ in range(2)]
for teller in tellers:
    teller.start()
for teller in tellers:
    teller.join()
print(account.balance)
