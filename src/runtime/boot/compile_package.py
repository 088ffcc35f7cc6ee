"""Compiles a downloaded package into a zip of `.pyc` files. Runs inside Pyodide when the image is prepared."""

import io
import re
import tarfile
import zipfile

from compile_library import DATE, SOURCES, compile_module

# Where a Debian package has its modules and its licence.
_DEBIAN_MODULES = "usr/lib/python3/dist-packages/"
_DEBIAN_LICENCE = re.compile(r"usr/share/doc/[^/]+/copyright$")
_WHEEL_LICENCE = re.compile(r"[^/]+\.dist-info/(licenses/)?(LICENSE|LICENCE)[^/]*$")
_METADATA = re.compile(r"[^/]+\.(dist-info/METADATA|egg-info/PKG-INFO)$")


def compile_package(
    source: str, target: str, name: str, modules: list[str], left_out: list[str], kept: list[str]
) -> dict[str, str]:
    """Writes `target` from the wheel, or the tar of a Debian package, in `source`: the modules below `modules` but
    those below `left_out`, stored without deflation, and the package's metadata. The sources whose paths begin like one
    of `kept` are stored as well, below `SOURCES`. Gives its version and its licence.

    The order of the files, their dates and the paths in them are fixed: the same sources give the same bytes.
    """
    files = _files_of(source)
    licence = "\n".join(text.decode("utf-8", "replace") for path, text in files.items() if _is_licence(path))
    version = ""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as compiled:
        for path, data in sorted(files.items()):
            path = path.removeprefix(_DEBIAN_MODULES)
            if _METADATA.match(path):
                version = version or _version(data)
                folder = f"{name}-{_version(data)}.dist-info"
                compiled.writestr(zipfile.ZipInfo(f"{folder}/METADATA", DATE), data)
            elif any(path.startswith(one) for one in modules) and not any(path.startswith(one) for one in left_out):
                if path.endswith(".py"):
                    if path.startswith(tuple(kept)):
                        compiled.writestr(zipfile.ZipInfo(f"{SOURCES}/{path}", DATE), data)
                    code = compile_module(path, data, f"/lib/packages/{name}.zip")
                    compiled.writestr(zipfile.ZipInfo(f"{path}c", DATE), code)
    if not version:
        raise ValueError(f"{name} does not say which version it is")
    return {"version": version, "notice": licence.strip()}


def _files_of(source: str) -> dict[str, bytes]:
    with open(source, "rb") as file:
        data = file.read()
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as wheel:
            return {info.filename: wheel.read(info) for info in wheel.infolist() if not info.is_dir()}
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        found = {}
        for member in archive.getmembers():
            content = archive.extractfile(member) if member.isfile() else None
            if content is not None:
                found[member.name.removeprefix("./")] = content.read()
        return found


def _is_licence(path: str) -> bool:
    return bool(_DEBIAN_LICENCE.match(path) or _WHEEL_LICENCE.match(path))


def _version(metadata: bytes) -> str:
    found = re.search(rb"^Version: *(\S+)", metadata, re.MULTILINE)
    return found[1].decode() if found else ""
