# ends: raised Renamed
class Name(str):
    def __len__(self):
        raise LookupError

    __eq__ = __hash__ = __format__ = __len__


class Renamed(Exception):
    pass


Renamed.__qualname__ = Name("Renamed")
Renamed.__module__ = 5
raise Renamed
