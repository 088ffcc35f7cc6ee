# ends: exited 1
# says: odd text
class Text(str):
    def __len__(self):
        raise LookupError

    __getitem__ = encode = __format__ = __len__


class Message:
    def __str__(self):
        return Text("odd text")


raise SystemExit(Message())
