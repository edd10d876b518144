"""The published sources of methods and thresholds, for "How do we know?" and docs/statistics.md."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One source: short name, title, where and when, and its DOI.

    `verified` is false where the details come from memory and were not read at their source.
    """

    short: str
    title: str
    where: str
    doi: str = ""
    verified: bool = False

    @property
    def address(self) -> str:
        """Where it can be read; empty where no DOI is known."""
        return f"https://doi.org/{self.doi}" if self.doi else ""


SOURCES: dict[str, Reference] = {
    "stone_2010": Reference(
        short="Stone and others 2010",
        title="Validity of average, minimum, and maximum end-of-day recall assessments of pain and fatigue",
        where="Contemporary Clinical Trials 31(5), 483-490",
        doi="10.1016/j.cct.2010.06.004",
        verified=True,
    ),
    "stone_2020": Reference(
        short="Stone and others 2020",
        title="Indices of pain intensity derived from ecological momentary assessments: rationale and "
        "stakeholder preferences",
        where="The Journal of Pain 22(4), 359-370",
        doi="10.1016/j.jpain.2020.08.003",
        verified=True,
    ),
    "broderick_2008": Reference(
        short="Broderick and others 2008",
        title="The accuracy of pain and fatigue items across different reporting periods",
        where="Pain 139(1), 146-157",
        doi="10.1016/j.pain.2008.03.024",
        verified=True,
    ),
    "dworkin_2008": Reference(
        short="Dworkin and others 2008",
        title="Interpreting the clinical importance of treatment outcomes in chronic pain clinical trials: "
        "IMMPACT recommendations",
        where="The Journal of Pain 9(2), 105-121",
        doi="10.1016/j.jpain.2007.09.005",
        verified=True,
    ),
    "farrar_2001": Reference(
        short="Farrar and others 2001",
        title="Clinical importance of changes in chronic pain intensity measured on an 11-point numerical "
        "pain rating scale",
        where="Pain 94(2), 149-158",
        doi="10.1016/S0304-3959(01)00349-9",
        verified=True,
    ),
    "treede_2019": Reference(
        short="Treede and others 2019",
        title="Chronic pain as a symptom or a disease: the IASP classification of chronic pain for ICD-11",
        where="Pain 160(1), 19-27",
        doi="10.1097/j.pain.0000000000001384",
        verified=True,
    ),
    "tang_2020": Reference(
        short="Tang and Landes 2020",
        title="Some t-tests for N-of-1 trials with serial correlation",
        where="PLOS ONE 15(2), e0228077",
        doi="10.1371/journal.pone.0228077",
        verified=True,
    ),
    "benjamini_1995": Reference(
        short="Benjamini and Hochberg 1995",
        title="Controlling the false discovery rate: a practical and powerful approach to multiple testing",
        where="Journal of the Royal Statistical Society B 57(1), 289-300",
        doi="10.1111/j.2517-6161.1995.tb02031.x",
        verified=True,
    ),
    "benjamini_2001": Reference(
        short="Benjamini and Yekutieli 2001",
        title="The control of the false discovery rate in multiple testing under dependency",
        where="The Annals of Statistics 29(4), 1165-1188",
        doi="10.1214/aos/1013699998",
    ),
    "bartlett_1946": Reference(
        short="Bartlett 1946",
        title="On the theoretical specification and sampling properties of autocorrelated time-series",
        where="Supplement to the Journal of the Royal Statistical Society 8(1), 27-41",
        doi="10.2307/2983611",
    ),
    "marriott_1954": Reference(
        short="Marriott and Pope 1954",
        title="Bias in the estimation of autocorrelations",
        where="Biometrika 41(3-4), 390-402",
        doi="10.1093/biomet/41.3-4.390",
    ),
    "andrews_1993": Reference(
        short="Andrews 1993",
        title="Tests for parameter instability and structural change with unknown change point",
        where="Econometrica 61(4), 821-856",
        doi="10.2307/2951764",
    ),
    "holm_1979": Reference(
        short="Holm 1979",
        title="A simple sequentially rejective multiple test procedure",
        where="Scandinavian Journal of Statistics 6(2), 65-70",
    ),
    "edgington_2007": Reference(
        short="Edgington and Onghena 2007",
        title="Randomization tests, 4th edition",
        where="Chapman and Hall/CRC",
    ),
    "cent_2015": Reference(
        short="Vohra and others 2015",
        title="CONSORT extension for reporting N-of-1 trials (CENT) 2015 Statement",
        where="BMJ 350, h1738",
        doi="10.1136/bmj.h1738",
        verified=True,
    ),
    "ahrq_2014": Reference(
        short="Kravitz and Duan 2014",
        title="Design and implementation of N-of-1 trials: a user's guide",
        where="Agency for Healthcare Research and Quality",
    ),
    "manski_2003": Reference(
        short="Manski 2003",
        title="Partial identification of probability distributions",
        where="Springer",
    ),
    "bland_1994": Reference(
        short="Bland and Altman 1994",
        title="Some examples of regression towards the mean",
        where="BMJ 309, 780",
        doi="10.1136/bmj.309.6957.780",
    ),
}
"""Every source by a name of its own."""

TOPICS: dict[str, tuple[str, ...]] = {
    "mean": ("bartlett_1946", "marriott_1954", "stone_2010"),
    "worst": ("stone_2020",),
    "completeness": ("broderick_2008", "manski_2003"),
    "change": ("dworkin_2008", "farrar_2001"),
    "before_after": ("tang_2020", "bland_1994"),
    "links": ("benjamini_2001", "benjamini_1995"),
    "shift": ("andrews_1993",),
    "patterns": ("holm_1979", "edgington_2007"),
    "kinds": ("treede_2019",),
    "relief": ("farrar_2001",),
    "trial": ("cent_2015", "ahrq_2014", "edgington_2007"),
}
"""The sources of each method, the main one first."""

REFERENCES: dict[str, Reference] = SOURCES | {topic: SOURCES[names[0]] for topic, names in TOPICS.items()}
"""By topic ("mean", "change", "before_after", "links", "shift", "patterns", "trial", "completeness"…), the
main source; and every source by its own name."""


def sources(topic: str) -> tuple[Reference, ...]:
    """All sources of a topic, the main one first; KeyError for a topic that is none."""
    return tuple(SOURCES[name] for name in TOPICS[topic])
