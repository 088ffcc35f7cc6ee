"""The entry file as a coroutine: the main thread, too, has to be left where it waits."""

from types import FunctionType
from typing import cast

from ..coroutine_threads.switching import Escaped
from ..coroutine_threads.variants import Variants
from .program import Program


def can_leave_the_entry_file(variants: Variants) -> None:
    """Gives `Program.run` a variant that runs the entry's variant."""

    async def run(program: Program) -> Escaped | None:
        # Compiled as it is first, for the sake of what that raises and warns of.
        file = program.code.co_filename
        try:
            await eval(variants.of_module(file), program.begin())
        except StopIteration as error:
            # Which a module may raise, and a coroutine function may not.
            return Escaped(error)
        return None

    variants.put(cast(FunctionType, Program.run), cast(FunctionType, run))
