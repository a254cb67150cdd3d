"""What an image set and a condensed set are, and their HDF5 forms."""

from engine.data.condensed_set import CondensedSet
from engine.data.image_set import TEST, TRAIN, ImageSet, ImageSetWriter, Split

__all__ = ["TEST", "TRAIN", "CondensedSet", "ImageSet", "ImageSetWriter", "Split"]
