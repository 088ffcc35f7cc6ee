import gc
import weakref


class Ring(list):
    pass


def make_ring():
    ring = Ring()
    ring.append(ring)
    return weakref.ref(ring)


gc.disable()
watch = make_ring()
print("before:", watch() is not None)
gc.collect()
print("after:", watch() is not None)
print("garbage:", gc.garbage)
