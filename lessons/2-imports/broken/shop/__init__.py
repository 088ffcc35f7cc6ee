"""A shop: who orders, and what is to be paid."""
