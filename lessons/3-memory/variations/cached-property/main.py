from functools import cached_property


class Report:
    def __init__(self):
        self.rows = bytearray(100_000)

    @cached_property
    def total(self):
        return sum(self.rows)


for _ in range(50):
    Report().total
