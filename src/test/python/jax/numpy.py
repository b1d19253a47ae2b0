"""NumPy's functions by the names that they have in jax.numpy too."""

from numpy import *  # noqa: F401, F403
from numpy import array as _array, max, min, round  # noqa: F401


def array(x):
    """An array of float64, as JAX makes where x64 is enabled."""
    return _array(x, dtype="float64")
