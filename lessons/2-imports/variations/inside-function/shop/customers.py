def discount_for(customer):
    return 0.1 if customer == "ada" else 0.0


def sample_order(customer):
    from shop.orders import Order

    return Order(customer, 100)
