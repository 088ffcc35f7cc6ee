import weakref


class Branch:
    def __init__(self):
        self.parent = None


branch = Branch()
branch.parent = weakref.ref(branch)
print(type(branch.parent).__name__)
print("its own parent:", branch.parent() is branch)
