import gc

kept = []


class Draft:
    def __init__(self):
        self.pages = bytearray(100_000)


def write():
    draft = Draft()
    kept.append(draft)


for _ in range(50):
    write()
gc.collect()
