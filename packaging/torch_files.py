"""Which files of torch, and of the libraries of Python code that it needs, go into a bundle.

PyInstaller would follow the imports of 3000 modules for many minutes and find nearly all of them: a training run
imports even torch's compiler and exporter. They are taken as they are installed instead, without headers and tests.
"""

import re
import sys
from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("torch", "torchgen", "functorch", "sympy", "mpmath")
LEFT_OUT = re.compile(
    r"torch/(include|share|test|utils/(benchmark|tensorboard|bottleneck|hipify))/"
    r"|torch/lib/(lib(jitbackend_test|torchbind_test|backend_with_compiler|aoti_custom_ops)[.]|.*[.]a$)"
    r"|torch/testing/_internal/(generated|opinfo|test_module|hop_db|optests|distributed/(?!fake_pg|__init__)|common_(?!dtype))"
    r"|(sympy|mpmath)/(.*/)?(tests|benchmarks)/"
    r"|torch/_inductor/(codegen|fx_passes|kernel|template_heuristics|autoheuristic)/"
    r"|torch/_inductor/(ir|scheduler|lowering|select_algorithm|graph|compile_fx|codecache|cudagraph_trees)[.]"
    r"|torch/(_vendor/quack|ao/(ns|pruning|quantization/fx)|distributed/(checkpoint|elastic|pipelining|_tools))/"
    r"|torch/sparse/_triton_ops|sympy/(physics|stats|parsing/(autolev|latex)|vector|categories|holonomic|testing|crypto)/"
    r"|(functorch/dim|torchgen/(packaged|api|dest|static_runtime))/"
)
"""Neither a training run, a distributed one nor a render imports a module of these folders: 25 MB of 75."""
READS_ITSELF = re.compile(r"install_config_module\(|jit\.script|@script|_overload")
"""Modules with these words read their own source text when they are imported."""
IMPORT = re.compile(r"^\s*(?:from|import)\s+([\w.]+)", re.MULTILINE)
LIBRARIES = (".so", ".dylib", ".dll", ".pyd")

Toc = list[tuple[str, str, str]]
"""PyInstaller's lists of (name in the bundle, source, kind)."""


def modules() -> Toc:
    """Returns the modules, for the archive of byte code."""
    found = []
    for path, name in _files():
        if path.suffix == ".py":
            parts = name.removesuffix(".py").split("/")
            found.append((".".join(parts[:-1] if parts[-1] == "__init__" else parts), str(path), "PYMODULE"))
    return found


def files() -> Toc:
    """Returns the libraries, and the source texts that are read."""
    found = []
    for path, name in _files():
        if path.suffix in LIBRARIES or ".so." in path.name or path.name.startswith("torch_shm_manager"):
            found.append((name, str(path), "BINARY"))
        elif path.suffix == ".py" and READS_ITSELF.search(path.read_text(encoding="utf-8")):
            found.append((name, str(path), "DATA"))
    return found


def standard_modules() -> list[str]:
    """Returns the modules of the standard library that they import."""
    texts = (path.read_text(encoding="utf-8") for path, _ in _files() if path.suffix == ".py")
    names = {name for text in texts for name in IMPORT.findall(text)}
    return sorted(name for name in names if name.partition(".")[0] in sys.stdlib_module_names and find(name))


def find(name: str) -> bool:
    """Whether a module of the standard library is there; some are for other systems."""
    try:
        return find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def _files() -> list[tuple[Path, str]]:
    """Returns (path, name below the folder of installed packages) of every file that is kept."""
    found = []
    for package in PACKAGES:
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            continue
        folder = Path(spec.origin).parent
        for path in folder.rglob("*"):
            name = path.relative_to(folder.parent).as_posix()
            if path.is_file() and "__pycache__" not in name and not LEFT_OUT.match(name):
                found.append((path, name))
    return found
