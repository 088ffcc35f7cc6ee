from shop.customers import sample_order
from shop.orders import Order
