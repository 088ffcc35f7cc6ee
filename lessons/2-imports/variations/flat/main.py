from orders import Order

print("Bob pays", Order("bob", 50).due())
