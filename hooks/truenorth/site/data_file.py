"""The figures of an indicator as one CSV file that is safe to open in a spreadsheet.

It is plain UTF-8 without a byte order mark, the very bytes that were committed
where they can be: the fingerprint in the data package is that of the file in the
repository, and readers of data packages take a mark for a part of the first
column's name. A second, marked copy would help Excel with letters, but not keep
it from turning periods such as 2016-17 into dates; the page says how to import.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def one_csv(files: Sequence[bytes]) -> bytes:
    """The files as one table; a single safe file stays exactly as it was published."""
    tables = [list(csv.reader(io.StringIO(file.decode("utf-8"), newline=""))) for file in files]
    if len(files) == 1 and not any(is_formula(cell) for row in tables[0] for cell in row):
        return files[0]
    # Files of one package may leave out columns that others have.
    columns = list(dict.fromkeys(name for table in tables for name in table[0]))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    for header, *rows in tables:
        for row in rows:
            writer.writerow(dict(zip(header, map(safe_cell, row), strict=False)))
    return out.getvalue().encode("utf-8")


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would run the cell; negative numbers are not run."""
    return cell.startswith(_FORMULA_SIGNS) and not _is_number(cell)


def safe_cell(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would run."""
    return f"'{cell}" if is_formula(cell) else cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
