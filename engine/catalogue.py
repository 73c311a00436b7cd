"""What a person wants to know of each model before choosing it. In the engine's thread."""

from pathlib import Path

from engine import library, speed, wheel
from engine.device import Compute
from engine.errors import ModelError
from engine.events import Described, Listed, Offer


def listed() -> Listed:
    """The installed models, and those that can be fetched."""
    names = library.models()
    offers = [
        Offer(name, source.about, source.licence, f"{source.package} {source.version}")
        for name, source in wheel.SOURCES.items()
        if name not in names
    ]
    return Listed(tuple(names), tuple(offers))


def facts(name: str, compute: Compute) -> Described:
    """What is known of an installed model; it is loaded for that. A file that is no sound model has a fault."""
    path = library.find(name)
    size = path.stat().st_size if path is not None else 0
    own = path is not None and path.parent == library.user_folder()
    try:
        info = library.load(name, compute.device).info
    except ModelError as error:
        return Described(name, "", "", 0, size, 0.0, path, own, "", None, error.said)
    taken = speed.kept(speed.key_of(name, path, compute))
    return Described(
        name,
        info.description,
        info.licence,
        info.parameters,
        size,
        info.max_scale,
        path,
        own,
        _card(path),
        taken,
        None,
    )


def _card(path: Path | None) -> str:
    """The Markdown beside a model's file, or nothing."""
    if path is None:
        return ""
    return library.text(path.with_suffix(library.CARD))
