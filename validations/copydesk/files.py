"""What may be asked of the file system without an exception."""

import os
from pathlib import Path


def readable(file: Path) -> bool:
    """Whether there is a file that we may read; what lies in a folder closed to us is none."""
    return os.access(file, os.R_OK) and file.is_file()


def hindrance(path: Path, *, folder: bool = False) -> str | None:
    """Why no file, or no folder, can be written at a path; null if one can. Folders above it need not be there yet."""
    above = next(each for each in path.absolute().parents if os.path.lexists(each))
    if not above.is_dir():
        return f"{above} is no folder"
    if path.exists() and path.is_dir() is not folder:
        return "is a file" if folder else "is a folder"
    if not os.access(path if path.exists() else above, os.W_OK):
        return "may not be written to"
    return None
