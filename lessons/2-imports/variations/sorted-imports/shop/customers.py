from shop import orders


def discount_for(customer):
    return 0.1 if customer == "ada" else 0.0


def sample_order(customer):
    return orders.Order(customer, 100)
