class Order:
    def __init__(self, number):
        self.number = number
        self.scan = bytearray(100_000)


def ship(number):
    order = Order(number)
    raise ValueError(f"no address for order {order.number}")


failed = []
for number in range(50):
    try:
        ship(number)
    except ValueError as error:
        failed.append(error)

print(len(failed), "orders could not be shipped:", failed[0])
