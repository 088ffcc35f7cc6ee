from shop.customers import sample_order
from shop.orders import Order

print("Bob pays", Order("bob", 50).due())
print("Ada pays", sample_order("ada").due())
