from functools import lru_cache


class Report:
    def __init__(self):
        self.rows = bytearray(100_000)

    @lru_cache
    def total(self):
        return sum(self.rows)


for _ in range(50):
    Report().total()
