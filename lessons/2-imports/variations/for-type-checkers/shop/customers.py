from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shop.orders import Order


def discount_for(customer):
    return 0.1 if customer == "ada" else 0.0


def is_large(order: Order) -> bool:
    return order.total > 1000
