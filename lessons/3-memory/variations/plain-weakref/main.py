import time
import weakref


class Feed:
    def __init__(self):
        self.listeners = []

    def subscribe(self, callback):
        self.listeners.append(weakref.ref(callback))

    def publish(self, price):
        for ref in list(self.listeners):
            callback = ref()
            if callback is not None:
                callback(price)


class Screen:
    def __init__(self, feed):
        self.pixels = bytearray(100_000)
        self.price = None
        feed.subscribe(self.show)

    def show(self, price):
        self.price = price


def visit():
    screen = Screen(feed)
    time.sleep(0.02)
    feed.publish(42)
    return screen.price == 42


feed = Feed()
delivered = sum(visit() for _ in range(50))
print(delivered, "of 50 screens showed the price")
