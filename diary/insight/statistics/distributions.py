"""Quantiles and tails of the few distributions needed, from `scipy.special`, for numbers or arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import special

Array = NDArray[np.float64]
Numbers = float | Array
"""One number or an array of them; what comes back has the broadcast shape, () for one number."""


def normal_quantile(p: Numbers) -> Array:
    """The value below which a standard normal falls with probability `p`."""
    return np.asarray(special.ndtri(p), dtype=float)


def normal_cumulative(z: Numbers) -> Array:
    """The probability that a standard normal lies below `z`."""
    return np.asarray(special.ndtr(z), dtype=float)


def normal_two_sided(z: Numbers) -> Array:
    """The probability that a standard normal lies at least |z| from 0."""
    return np.asarray(2 * special.ndtr(-np.abs(z)), dtype=float)


def t_quantile(p: Numbers, df: Numbers) -> Array:
    """The value below which Student's t with `df` degrees of freedom (a fraction may be) falls with `p`."""
    return np.asarray(special.stdtrit(df, p), dtype=float)


def t_two_sided(t: Numbers, df: Numbers) -> Array:
    """The probability that Student's t with `df` degrees of freedom lies at least |t| from 0."""
    return np.asarray(2 * special.stdtr(df, -np.abs(t)), dtype=float)


def f_tail(f: Numbers, df_over: Numbers, df_under: Numbers) -> Array:
    """The probability that Fisher's F with `df_over` and `df_under` degrees of freedom is at least `f`."""
    return np.asarray(special.fdtrc(df_over, df_under, f), dtype=float)
