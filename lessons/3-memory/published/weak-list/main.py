import weakref

ring = []
ring.append(weakref.ref(ring))
