"""What would show that somebody watches: comparisons that the program did not ask for, and objects that live longer."""

import threading


class Key:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        print("compared")
        return False


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, END)


def work():
    global n
    table.get(1)
    table.get(1)
    1 in table
    mine = [Thing("a thread's")]
    shared.append(mine)
    shared.pop()
    del mine
    print("after")
    n += 1


END = "with the module's names"
n = 0
table = {Key(): 1}
shared = []
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
left = [Thing("left behind")]
left.append(1)
cycle = Thing("in a cycle")
cycle.me = cycle
del cycle
print("end")
