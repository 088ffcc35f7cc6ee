"""What is rewritten of Python files: their text, on disk or kept in the archive of a library that is otherwise
compiled, and single functions of large ones, without the rest."""

import ast
import zipimport

# Below which folder of the archive `src/runtime/boot/compile_library.py` keeps the sources that are needed here.
FOLDER = "sources"
_ARCHIVE = ".zip/"

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_INSIDE = "<locals>"


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


def outermost(name: str) -> str:
    """The qualified name of the outermost function that a function is in, or is."""
    return name.partition(f".{_INSIDE}")[0]


def piece_of(tree: ast.Module, name: str) -> ast.Module | None:
    """The function with this qualified name, inside the classes that it is in; None when there is none, as for a lambda
    of a module or a class."""
    statements = tree.body
    classes: list[ast.ClassDef] = []
    for part in name.split("."):
        found = _defined(statements, part)
        match found:
            case ast.ClassDef():
                classes.append(found)
                statements = found.body
            case ast.FunctionDef():
                return ast.Module(_inside(classes, found), [])
            case _:
                return None
    return None


def _inside(classes: list[ast.ClassDef], function: ast.stmt) -> list[ast.stmt]:
    """The function in its classes, of which nothing counts but their names."""
    for each in reversed(classes):
        empty = ast.ClassDef(each.name, [], [], [function], [])
        if "type_params" in ast.ClassDef._fields:
            empty.type_params = []
        function = ast.copy_location(empty, each)
    return [function]


def _defined(statements: list[ast.stmt], name: str) -> ast.stmt | None:
    """What has the name among the statements, and those inside `if` and `try` among them; the last that has it."""
    found = None
    for statement in statements:
        if isinstance(statement, _SCOPES):
            found = statement if statement.name == name else found
            continue
        for field in ("body", "orelse", "handlers", "finalbody"):
            found = _defined(getattr(statement, field, []), name) or found
    return found
