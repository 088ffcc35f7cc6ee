from customers import discount_for


class Order:
    def __init__(self, customer, total):
        self.customer, self.total = customer, total

    def due(self):
        return self.total * (1 - discount_for(self.customer))
