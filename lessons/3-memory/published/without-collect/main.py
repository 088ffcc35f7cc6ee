def make_ring():
    ring = []
    ring.append(ring)


make_ring()
