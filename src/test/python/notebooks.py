"""Executes notebooks with the kernel 'ag', as nbclient does, and compares what they give with what stands in them.

notebooks.py [--update] NOTEBOOK...      JUPYTER_DATA_DIR says where the kernel is.
"""

import sys

import nbformat
from nbclient import NotebookClient


def shown(cell):
    """The texts of a cell's outputs, and the media types of the rich ones. Times differ from run to run."""
    texts = []
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            texts.append(output.name + ": " + output.text)
        elif output.output_type == "error":
            texts.append("error: " + output.ename)
        elif not output.data.get("text/plain", "").startswith("epoch "):
            texts.append(" ".join(sorted(output.data)) + ": " + output.data.get("text/plain", ""))
    return texts


def main():
    update = "--update" in sys.argv
    differences = 0
    for path in [word for word in sys.argv[1:] if word != "--update"]:
        notebook = nbformat.read(path, 4)
        before = [shown(cell) for cell in notebook.cells]
        NotebookClient(notebook, timeout=120, kernel_name="ag").execute()
        after = [shown(cell) for cell in notebook.cells]
        if update:
            for cell in notebook.cells:
                cell.metadata.pop("execution", None)
                if "outputs" in cell:
                    cell.outputs = [o for o in cell.outputs if not o.get("data", {}).get("text/plain", "").startswith("epoch ")]
            nbformat.write(notebook, path)
        elif before != after:
            differences += 1
            for number, (old, new) in enumerate(zip(before, after), 1):
                if old != new:
                    print(f"{path}, cell {number}:\n{old}\nnow gives\n{new}")
        print(f"{path}: {sum(cell.cell_type == 'code' for cell in notebook.cells)} cells ran")
    sys.exit(1 if differences else 0)


main()
