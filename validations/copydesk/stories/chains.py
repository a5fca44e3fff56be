"""Which stories pairs tie together, directly or through others.

Nothing that worker processes run needs this: each would import scipy for it.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

Array = npt.NDArray[Any]


def chains(low: Array, high: Array, stories: int) -> npt.NDArray[np.int32]:
    """By rank, below `stories`, a number that those have in common which a chain of pairs (low, high) ties together."""
    ties = coo_array((np.ones(len(low), np.int8), (low, high)), shape=(stories, stories))
    label: npt.NDArray[np.int32] = connected_components(ties, directed=False)[1]
    return label


def linked(of: dict[str, Array], chosen: Array) -> npt.NDArray[np.int32]:
    """By rank a number that the stories have in common which chains of chosen pairs (low, high) tie together."""
    return chains(of["low"][chosen], of["high"][chosen], int(of["high"].max(initial=0)) + 1)
