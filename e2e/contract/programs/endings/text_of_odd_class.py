# ends: raised Odd
class Text(str):
    def __len__(self):
        return -1

    def __getitem__(self, index):
        raise MemoryError

    encode = __format__ = __str__ = __getitem__


class Odd(Exception):
    def __str__(self):
        return Text("odd text")


raise Odd
