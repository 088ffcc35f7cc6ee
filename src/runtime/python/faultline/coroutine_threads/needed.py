"""Whether a program can start a thread: only then is it run in another way than usual."""

import ast
from collections.abc import Iterable

# What the standard library calls its ways to start one.
_STARTERS = frozenset(
    "Thread Timer ThreadPoolExecutor ThreadPool start_new_thread start_new start_joinable_thread to_thread "
    "run_in_executor ThreadingMixIn QueueListener".split()
)


def names_a_thread(sources: Iterable[str]) -> bool:
    """Whether one of the program's files names a way to start a thread. What does not compile starts none."""
    return any(_names(source) for source in sources)


def _names(source: str) -> bool:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return any(_STARTERS & set(_words(node)) for node in ast.walk(tree))


def _words(node: ast.AST) -> Iterable[str]:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
            return (name,)
        case ast.Constant(value=str(text)):
            return (text,)
        case _:
            return ()
