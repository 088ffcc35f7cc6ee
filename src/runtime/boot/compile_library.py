"""Compiles Python sources, Pyodide's and ours, into zips of `.pyc` files. Runs inside Pyodide when the image is prepared."""

import importlib.util
import zipfile
from importlib import _bootstrap_external  # the only maker of hash-based .pyc bytes that needs no files
from pathlib import Path

# Where `faultline/coroutine_threads/sources.py` looks for sources. Beside their `.pyc` they would show up in tracebacks.
SOURCES = "sources"
# A fixed date keeps the archive, and so its content hash, the same from one machine to the next.
DATE = (2020, 1, 1, 0, 0, 0)


def compile_library(source: str, target: str, left_out: list[str], kept: list[str]) -> None:
    """Writes `target`: each `.py` of `source` as `.pyc`, other files as they are, all stored without deflation. The
    sources named in `kept` are stored as well, below `SOURCES`.

    Stored beats deflated at boot, because the browser has already unpacked the whole archive once.
    The `.pyc` files are unchecked hash-based ones (PEP 552): there is no source beside them to compare with.
    """
    with zipfile.ZipFile(source) as sources, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as compiled:
        for info in sources.infolist():
            name = info.filename
            if any(name.startswith(entry) for entry in left_out):
                continue
            data = sources.read(info) if not name.endswith("/") else b""
            if name in kept:
                compiled.writestr(zipfile.ZipInfo(f"{SOURCES}/{name}", DATE), data)
            if name.endswith(".py"):
                data = compile_module(name, data)
                name += "c"
            compiled.writestr(zipfile.ZipInfo(name, DATE), data)


def compile_ours(folder: str, target: str, archive: str, kept: list[str]) -> None:
    """Writes `target`: each `.py` below `folder` as `.pyc`, by its path there. It will lie at `archive`. The sources
    whose paths begin like one of `kept` are stored as well, below `SOURCES`."""
    paths = sorted(str(path.relative_to(folder)) for path in Path(folder).rglob("*.py"))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as compiled:
        for name in paths:
            source = (Path(folder) / name).read_bytes()
            if name.startswith(tuple(kept)):
                compiled.writestr(zipfile.ZipInfo(f"{SOURCES}/{name}", DATE), source)
            compiled.writestr(zipfile.ZipInfo(f"{name}c", DATE), compile_module(name, source, archive))


def compile_module(name: str, source: bytes, archive: str = "/lib/python314.zip") -> bytes:
    """The bytes of the `.pyc` for one module, which will lie in `archive`."""
    code = compile(source, f"{archive}/{name}", "exec", dont_inherit=True)
    return bytes(_bootstrap_external._code_to_hash_pyc(code, importlib.util.source_hash(source), False))
