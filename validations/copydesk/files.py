"""What may be asked of the file system without an exception."""

import os
from pathlib import Path


def readable(file: Path) -> bool:
    """Whether there is a file that we may read; what lies in a folder closed to us is none."""
    return os.access(file, os.R_OK) and file.is_file()
