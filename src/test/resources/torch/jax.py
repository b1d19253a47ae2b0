"""The formula L as a function for JAX, with its gradient.

Written by ag from program.ag, line 3; the numbers are the same.
"""

import json

import jax
import jax.numpy as jnp
import jax.scipy

jax.config.update("jax_enable_x64", True)


def L(a, v):
    """The formula L."""
    t1 = jax.scipy.special.ndtr(jnp.sum(v[0:3] * v[0:3], -1))
    return (
        jnp.sin(a) * t1
        + jnp.arcsinh(a)
        + jax.nn.relu(a - 1) * jnp.max(v[0:3], -1)
    )


gradient = jax.grad(L, argnums=(0, 1))


def main():
    """Prints value and gradient at the point where it stood."""
    point = {"a": 2.0, "v": [0.5, 1.0, 2.0]}
    numbers = [jnp.array(x) for x in point.values()]
    slopes = gradient(*numbers)
    result = {
        "value": L(*numbers).item(),
        "gradient": {
            name: slope.tolist() for name, slope in zip(point, slopes)
        },
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
