from shop import Order


def sample_order(customer):
    return Order(customer, 100)
