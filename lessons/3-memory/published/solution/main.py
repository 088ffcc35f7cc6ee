import weakref


class Branch:
    def __init__(self):
        self.parent = None


branch = Branch()
branch.parent = weakref.ref(branch)
