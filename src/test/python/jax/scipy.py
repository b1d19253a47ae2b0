"""Functions of jax.scipy."""

import scipy.special as special  # noqa: F401
