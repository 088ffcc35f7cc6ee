# ends: exited 1
class Message:
    def __str__(self):
        raise SystemExit(0)


raise SystemExit(Message())
