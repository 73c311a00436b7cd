"""Makes a run's model the file that Unpixel ships: a name, a description and a licence, and weights in half precision.

    python -m trainer.publish RUN/model.safetensors assets/models/NAME.safetensors --description TEXT --licence TEXT

float16 halves the file. What it costs is measured by `evaluate --kinds` on both files.
"""

import argparse
import hashlib
import sys
from dataclasses import replace
from pathlib import Path

from engine.base.errors import UnpixelError
from engine.checkpoints import checkpoint


def publish(source: Path, target: Path, description: str, licence: str) -> str:
    """Writes the model `source` as `target`, whose stem becomes its name. Returns the SHA-256 of the new file.

    Raises ModelError if the source does not load, or if its weights do not fit into float16; OSError if the target
    cannot be written.
    """
    model = checkpoint.load(source)
    info = replace(model.info, name=target.stem, description=description, licence=licence)
    checkpoint.save_safetensors(target, replace(model, info=info, net=model.net.half()))
    return hashlib.sha256(target.read_bytes()).hexdigest()


def main(arguments: list[str] | None = None) -> int:
    """Publishes one model. Prints the checksum of the new file."""
    parser = argparse.ArgumentParser(prog="python -m trainer.publish", description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--description", required=True)
    parser.add_argument("--licence", required=True)
    options = parser.parse_args(arguments)
    try:
        print(publish(options.source, options.target, options.description, options.licence))
    except (UnpixelError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
