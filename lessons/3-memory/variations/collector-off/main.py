import gc


class Node(list):
    pass


def create_leak():
    leak = Node()
    leak.append(leak)


gc.disable()
for _ in range(20_000):
    create_leak()
