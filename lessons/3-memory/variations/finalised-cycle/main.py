import gc

deleted = 0


class Screen:
    def __del__(self):
        global deleted
        deleted += 1


def visit():
    one, other = Screen(), Screen()
    one.other, other.other = other, one


gc.disable()
visit()
print("deleted before the collection:", deleted)
gc.collect()
print("deleted:", deleted)
