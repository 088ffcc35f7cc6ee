import weakref


class Branch:
    def __init__(self):
        self.parent = None
        self.children = []

    def add(self, child):
        self.children.append(child)
        child.parent = weakref.ref(self)


twig = Branch()
Branch().add(twig)
print("parent:", twig.parent())
