import gc
import weakref


class Branch:
    def __init__(self):
        self.parent = None
        self.children = []

    def add(self, child):
        self.children.append(child)
        child.parent = weakref.ref(self)


def grow():
    trunk = Branch()
    twig = Branch()
    trunk.add(twig)
    return twig.parent() is trunk


gc.disable()
print(sum(grow() for _ in range(50)), "of 50 twigs knew their trunk")
