"""Makes a run's model the file that Unpixel ships: a name, a description and a licence, and weights in half precision.

    python -m trainer.publish RUN/model.safetensors assets/models/NAME.safetensors --description TEXT --licence TEXT

--mix OTHER SHARE interpolates the weights with those of a model of the same architecture, for example of the model that
the run began with. Between a model and its further training, each kind of picture keeps most of what it gained, and
loses little (Wortsman and others, "Robust fine-tuning of zero-shot models", 2022; measured in recipes/LIVE.md).

float16 halves the file. The last layer of a Live network is corrected, so that uniform colours stay what they are
(trainer/even_colours.py).
"""

import argparse
import hashlib
import sys
from dataclasses import replace
from pathlib import Path

from engine.base.errors import ModelError, UnpixelError
from engine.base.messages import message
from engine.checkpoints import checkpoint
from engine.checkpoints.model import Model
from engine.models.live import Live, LiveOnEncoder
from trainer import even_colours


def publish(model: Model, target: Path, description: str, licence: str) -> str:
    """Writes `model` as `target`, whose stem becomes its name. Returns the SHA-256 of the new file.

    Raises ModelError if its weights do not fit into float16, OSError if the target cannot be written.
    """
    if isinstance(model.net, Live | LiveOnEncoder):
        even_colours.correct(model.net)
    info = replace(model.info, name=target.stem, description=description, licence=licence)
    checkpoint.save_safetensors(target, replace(model, info=info, net=model.net.half()))
    return hashlib.sha256(target.read_bytes()).hexdigest()


def mixed(model: Model, other: Model, share: float) -> Model:
    """Returns `model` with the share 1 - `share` of its weights, and `share` of those of `other`.

    Raises ModelError if the two have different architectures.
    """
    if (model.info.architecture, model.info.args) != (other.info.architecture, other.info.args):
        reason = message("has another architecture than {model}", model=model.info.name)
        raise ModelError(other.info.name, reason, message("mix two states of one training"))
    weights, others = model.net.state_dict(), other.net.state_dict()
    model.net.load_state_dict({key: weight.lerp(others[key], share) for key, weight in weights.items()})
    return model


def main(arguments: list[str] | None = None) -> int:
    """Publishes one model. Prints the checksum of the new file."""
    parser = argparse.ArgumentParser(prog="python -m trainer.publish", description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--mix", nargs=2, metavar=("OTHER", "SHARE"))
    parser.add_argument("--description", required=True)
    parser.add_argument("--licence", required=True)
    options = parser.parse_args(arguments)
    try:
        model = checkpoint.load(options.source)
        if options.mix is not None:
            other, share = options.mix
            model = mixed(model, checkpoint.load(Path(other)), float(share))
        print(publish(model, options.target, options.description, options.licence))
    except (UnpixelError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
