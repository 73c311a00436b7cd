"""A picture under a model, and under bicubic. Importing this loads torch."""

from engine.base.resources import Resources
from engine.checkpoints import library
from engine.checkpoints.model import Model
from engine.compute.device import Compute
from engine.decoding.continuous_image import ContinuousImage
from engine.images.picture import Picture

Images = tuple[ContinuousImage, ContinuousImage]


def images(picture: Picture, model: Model, compute: Compute, resources: Resources) -> Images:
    """Returns the picture under the model, and under bicubic. Each has caches of its own."""
    first, second = (
        ContinuousImage(picture, each, compute, resources)
        for each in (model.on(compute.device), library.bicubic())
    )
    return first, second
