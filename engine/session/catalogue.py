"""What a person wants to know of each model before choosing it. In the engine's thread."""

from pathlib import Path

from engine.base.errors import ModelError
from engine.checkpoints import download, library
from engine.compute.device import Compute
from engine.session import speed
from engine.session.events import ModelDescribed, ModelOffer, ModelsListed


def listed() -> ModelsListed:
    """The installed models, and those that can be fetched."""
    names = library.models()
    offers = [
        ModelOffer(name, source.about, source.licence, f"{source.package} {source.version}")
        for name, source in download.SOURCES.items()
        if name not in names
    ]
    return ModelsListed(tuple(names), tuple(offers))


def described(name: str, compute: Compute) -> ModelDescribed:
    """What is known of an installed model; it is loaded for that. A file that is no sound model has a fault."""
    path = library.find(name)
    size = path.stat().st_size if path is not None else 0
    own = path is not None and path.parent == library.user_folder()
    try:
        info = library.load(name, compute.device).info
    except ModelError as error:
        return ModelDescribed(name, "", "", 0, size, 0.0, path, own, "", None, error.message)
    taken = speed.kept(speed.key_of(name, path, compute))
    return ModelDescribed(
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
    return library.read_text(path.with_suffix(library.CARD))
