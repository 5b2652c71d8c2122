"""Runs the code cells of notebooks from top to bottom and says what they printed; called by check-notebooks.ts.

`check-notebooks.py FILE …` writes {"version", "nbformat", "rows": {file: {"cells", "printed"}}}. A cell that fails ends it with
the cell's number and traceback. Where the package nbformat is installed, each file is checked against its schema first.
"""

import contextlib
import io
import json
import sys
import traceback

import torch

try:
    import nbformat
except ImportError:
    nbformat = None


def run(path):
    """Number of code cells and the lines that they print."""
    with open(path, encoding="utf-8") as file:
        notebook = json.load(file)
    if nbformat is not None:
        nbformat.validate(nbformat.read(path, as_version=4))
    torch.manual_seed(0)
    names, printed = {"__name__": "__main__"}, io.StringIO()
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for number, cell in enumerate(cells, 1):
        with contextlib.redirect_stdout(printed):
            try:
                exec(compile("".join(cell["source"]), f"{path}, code cell {number}", "exec"), names)
            except Exception:
                traceback.print_exc()
                sys.exit(f"{path}: code cell {number} failed")
    return {"cells": len(cells), "printed": printed.getvalue().splitlines()}


rows = {path: run(path) for path in sys.argv[1:]}
version = f"Python {sys.version.split()[0]}, torch {torch.__version__}"
json.dump({"version": version, "nbformat": getattr(nbformat, "__version__", None), "rows": rows}, sys.stdout)
