"""Does what engine/errand.py asks: tells of models, adds and removes some, times one. The engine's thread."""

from collections.abc import Callable

from engine import catalogue, events, library, speed
from engine.device import Compute
from engine.errand import Add, Describe, Errand, Measure, Remove

Emit = Callable[[events.Event], None]


def perform(errand: Errand, compute: Compute, emit: Emit) -> list[Errand]:
    """Does one, and returns those that follow from it: views may go between. Raises ModelError."""
    match errand:
        case Describe(model) if model:
            emit(catalogue.facts(model, compute))
            return []
        case Add(path):
            library.import_model(path)
        case Remove(model):
            library.remove(model)
    listed = catalogue.listed()
    emit(listed)
    return [Describe(name) for name in listed.names]


def measure(job: Measure, compute: Compute, emit: Emit, check: Callable[[], None]) -> None:
    """Times a model, unless that was done before. Raises ModelError, and what `check` raises."""
    path = library.find(job.model)
    key = speed.key_of(job.model, path, compute)
    taken = None if job.again else speed.kept(key)
    if taken is None:
        check()
        taken = speed.measure(library.load(job.model, compute.device), compute, check)
        speed.keep(key, taken)
    emit(events.Measured(job.model, taken))
