class Node(list):
    pass


def create_leak():
    leak = Node()
    leak.append(leak)


for _ in range(20_000):
    create_leak()
