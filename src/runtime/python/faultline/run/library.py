"""The standard library may still be on its way when a run begins: only a program that imports of it waits."""

import os
import re
import sys
import zipimport
from collections.abc import Iterable
from typing import Any

_WORD = re.compile(r"\w+")


def await_library(texts: Iterable[str]) -> None:
    """Waits until it is here, if these texts may import what has not been imported yet: before the clock starts.

    Where it is not here its file is empty, and to open that takes until it is (`src/runtime/worker/late-library.ts`). A
    program that imports a module without naming it waits in the same way, while it runs."""
    archive = os.path.dirname(os.__file__)
    if os.path.isfile(archive) and os.stat(archive).st_size == 0 and may_import(texts, modules_in(archive)):
        open(archive, "rb").close()


def modules_in(archive: str) -> list[str]:
    """The names of the modules in it, from its table, which is in memory."""
    names: list[str] = []
    importer: Any = zipimport.zipimporter(archive)
    for path in importer._get_files():
        name, kind = os.path.splitext(path)
        if kind == ".pyc":
            names.append(name.removesuffix("/__init__").replace("/", "."))
    return names


def may_import(texts: Iterable[str], modules: Iterable[str]) -> bool:
    """Whether one of these modules that is not there yet is named in the texts, with all parts of its name."""
    words: set[str] = set()
    for text in texts:
        words.update(_WORD.findall(text))
    return any(name not in sys.modules and words.issuperset(name.split(".")) for name in modules)
