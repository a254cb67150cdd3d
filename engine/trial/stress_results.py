"""What sets lose under strain, stored with the trial."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from engine.trial.paired import Fall, deviation
from engine.trial.protocol import SetName
from engine.trial.strains import Strain

Share = Annotated[float, Field(ge=0, le=1)]


class StrainResult(BaseModel):
    """A set under a strain, tested on the same pictures as without.

    Attributes
    ----------
    name : {"condensed", "full", "random", "kmeans", "herding", "kcenter", "packed"}
    strain : {"flipped", "imbalanced"}
    images : int
        Pictures trained on, mean over the seeds.
    wrong : float
        Images with a wrong label, 0..1, as reached.
    ratio : float
        Images of the commonest class for one of the rarest, as reached.
    accuracies, balanced : list of float
        Accuracy and mean recall over classes, 0..1, one a seed.
    accuracy_fall, balanced_fall : Fall
        Below the same set without the strain, seed by seed.
    recall : dict of str to float
        By class, all seeds together; a class without test pictures is left out.
    seconds : float
        Of one training, mean over the seeds.
    """

    model_config = ConfigDict(frozen=True, allow_inf_nan=False)

    name: SetName
    strain: Strain
    images: int = Field(ge=0)
    wrong: Share
    ratio: float = Field(ge=1)
    accuracies: list[Share] = Field(min_length=1)
    balanced: list[Share] = Field(min_length=1)
    accuracy_fall: Fall
    balanced_fall: Fall
    recall: dict[str, Share]
    seconds: float = Field(ge=0)

    @property
    def accuracy_mean(self) -> float:
        """Over the seeds."""
        return float(np.mean(self.accuracies))

    @property
    def accuracy_std(self) -> float:
        """Over the seeds, of the sample; 0 for one seed."""
        return deviation(self.accuracies)

    @property
    def balanced_mean(self) -> float:
        """Over the seeds."""
        return float(np.mean(self.balanced))

    @property
    def fall(self) -> Fall:
        """What counts under this strain: mean recall where classes are rare, else accuracy."""
        return self.balanced_fall if self.strain == "imbalanced" else self.accuracy_fall

    @property
    def worst(self) -> tuple[str, float] | None:
        """The class with the lowest recall; None without test pictures."""
        return min(self.recall.items(), key=lambda item: item[1], default=None)


class Stress(BaseModel):
    """All sets under all strains; after a stop, those that were reached."""

    model_config = ConfigDict(frozen=True)

    results: list[StrainResult] = Field(min_length=1)

    def find(self, strain: Strain, name: str) -> StrainResult | None:
        """A set's result, or None if it was not reached."""
        found = (one for one in self.results if (one.strain, one.name) == (strain, name))
        return next(found, None)
