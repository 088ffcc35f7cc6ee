from shop.orders import Order
from shop.customers import is_large

print("Bob pays", Order("bob", 50).due())
print("large:", is_large(Order("bob", 50)))
