"""Run the notebook of docs/ without Jupyter, and store what its cells print.

python tests/notebook.py
"""

import ast
import contextlib
import io
import json
from pathlib import Path

NOTEBOOK = Path(__file__).parents[1] / "docs" / "tutorial.ipynb"


def load():
    return json.loads(NOTEBOOK.read_text(encoding="utf-8"))


def code_cells(notebook):
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def run(notebook):
    """Run the cells in order; return what each prints, and the value of its last line."""
    names = {}
    return [_run("".join(cell["source"]), names) for cell in code_cells(notebook)]


def _run(source, names):
    tree, out = ast.parse(source), io.StringIO()
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(out):
        exec(compile(tree, "cell", "exec"), names)
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names) if last else None
    return out.getvalue(), value


def stored(cell):
    """Return what a cell printed when the notebook was stored."""
    return "".join("".join(each["text"]) for each in cell["outputs"])


def main():
    notebook = load()
    for cell, (printed, _) in zip(code_cells(notebook), run(notebook), strict=True):
        lines = printed.splitlines(keepends=True)
        output = {"name": "stdout", "output_type": "stream", "text": lines}
        cell["outputs"] = [output] if lines else []
    text = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
    NOTEBOOK.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
