# The steps that linux.sh, windows.sh and macos.sh share; they source it. Sets out, version and python.
# TORCH_INDEX: address of the index of torch's build for processors; without it pip's own index gives the build.
out=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "$0")/.."
"${PYTHON:-python3}" -m venv "$out/venv"
python=$out/venv/bin/python
[ -e "$python" ] || python=$out/venv/Scripts/python.exe
"$python" -m pip install -q torch~=2.13.0 ${TORCH_INDEX:+--index-url "$TORCH_INDEX"}
"$python" -m pip install -q '.[film,formats,raw]' -r packaging/requirements.txt
"$python" -m pip uninstall -q -y unpixel  # the bundle takes the files of the repository
"$python" packaging/bundle.py "$out"
version=$("$python" -c "from engine.base.version import VERSION; print(VERSION)")
mkdir -p "$out/release"
