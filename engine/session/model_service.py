"""Does what engine/session/model_requests.py asks: tells of models, adds and removes some, times one. The engine's thread."""

from collections.abc import Callable

from engine.checkpoints import library
from engine.compute.device import Compute
from engine.session import catalogue, events, speed
from engine.session.model_requests import AddModel, DescribeModel, MeasureModel, ModelRequest, RemoveModel

Emit = Callable[[events.Event], None]


def perform(errand: ModelRequest, compute: Compute, emit: Emit) -> list[ModelRequest]:
    """Does one, and returns those that follow from it: views may go between. Raises ModelError."""
    match errand:
        case DescribeModel(model) if model:
            emit(catalogue.described(model, compute))
            return []
        case AddModel(path):
            library.import_model(path)
        case RemoveModel(model):
            library.remove(model)
    listed = catalogue.listed()
    emit(listed)
    return [DescribeModel(name) for name in listed.names]


def measure(job: MeasureModel, compute: Compute, emit: Emit, check: Callable[[], None]) -> None:
    """Times a model, unless that was done before. Raises ModelError, and what `check` raises."""
    path = library.find(job.model)
    key = speed.key_of(job.model, path, compute)
    taken = None if job.again else speed.kept(key)
    if taken is None:
        check()
        taken = speed.measure(library.load(job.model, compute.device), compute, check)
        speed.store(key, taken)
    emit(events.ModelMeasured(job.model, taken))
