"""Collects torch for PyInstaller without headers, tests, tools and compilers. Replaces the common hook, twice as large.

Unpixel neither compiles nor exports networks, so no source text of torch is needed beside its byte code.
"""

from PyInstaller.utils.hooks import collect_data_files, collect_dynamic_libs, copy_metadata

binaries = collect_dynamic_libs("torch")
datas = copy_metadata("torch") + collect_data_files("torch", includes=["_dynamo/**/*.yaml"])
bindepend_symlink_suppression = ["**/torch/lib/*"]
excludedimports = [
    "functorch",
    "torch.testing",
    "torch.utils.tensorboard",
    "torch.utils.benchmark",
    "torch.onnx",
    "torch.utils.cpp_extension",
]
