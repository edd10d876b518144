"""Tails and quantiles agree with scipy.stats, for numbers and arrays."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from diary.insight.statistics import distributions as d

SHARES = np.array([0.001, 0.025, 0.5, 0.9, 0.975, 0.9999])
DEGREES = np.array([[1.0], [1.7], [9.0], [41.5], [3000.0]])


def test_t_quantiles_are_those_of_scipy_at_whole_and_broken_degrees_of_freedom() -> None:
    assert d.t_quantile(SHARES, DEGREES) == pytest.approx(stats.t.ppf(SHARES, DEGREES), rel=1e-9, abs=1e-12)


def test_t_tails_are_those_of_scipy() -> None:
    t = np.array([-4.0, -0.3, 0.0, 2.2, 30.0])
    assert d.t_two_sided(t, DEGREES) == pytest.approx(2 * stats.t.sf(np.abs(t), DEGREES), rel=1e-9)


def test_f_tails_are_those_of_scipy() -> None:
    f = np.array([0.0, 0.4, 3.1, 12.0])
    assert d.f_tail(f, 2.0, DEGREES) == pytest.approx(stats.f.sf(f, 2.0, DEGREES), rel=1e-9)


def test_the_normal_is_that_of_scipy() -> None:
    assert d.normal_quantile(SHARES) == pytest.approx(stats.norm.ppf(SHARES), abs=1e-12)
    z = np.array([-3.0, 0.0, 1.96])
    assert d.normal_two_sided(z) == pytest.approx(2 * stats.norm.sf(np.abs(z)), rel=1e-12)


@given(st.floats(0.5, 0.999), st.floats(0.8, 500))
def test_quantile_and_tail_undo_each_other(p: float, df: float) -> None:
    assert float(d.t_two_sided(d.t_quantile(p, df), df)) == pytest.approx(2 * (1 - p), rel=1e-6, abs=1e-9)


def test_one_number_gives_one_number() -> None:
    assert d.t_quantile(0.975, 10).shape == ()
    assert float(d.t_quantile(0.975, 10)) == pytest.approx(2.228, abs=1e-3)
