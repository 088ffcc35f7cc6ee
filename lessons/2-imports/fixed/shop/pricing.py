def discount_for(customer):
    return 0.1 if customer == "ada" else 0.0
