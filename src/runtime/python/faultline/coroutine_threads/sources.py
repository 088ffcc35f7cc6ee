"""The text of Python files: on disk, or kept in the archive of a library that is otherwise compiled."""

import zipimport

# Below which folder of the archive `src/runtime/boot/compile_library.py` keeps the sources that are needed here.
FOLDER = "sources"
_ARCHIVE = ".zip/"


def source_of(file: str) -> bytes | None:
    """The bytes of a file as a code object names it, or None where there are none."""
    archive, in_archive, path = file.partition(_ARCHIVE)
    try:
        if in_archive:
            archive += _ARCHIVE[:-1]
            return zipimport.zipimporter(archive).get_data(f"{archive}/{FOLDER}/{path}")
        with open(file, "rb") as opened:
            return opened.read()
    except (OSError, zipimport.ZipImportError):
        return None
