# ends: exited 1
# says: 7
class Exit(SystemExit):
    @property
    def code(self):
        raise SystemExit(0)


raise Exit(7)
