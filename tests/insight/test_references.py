"""Sources of methods: each can be found, and nothing is said to be checked that has no address."""

from __future__ import annotations

from diary.insight.references import REFERENCES, SOURCES, TOPICS, sources


def test_every_topic_has_sources_and_the_main_one_comes_first() -> None:
    for topic in ("mean", "change", "before_after", "links", "shift", "patterns", "trial", "completeness"):
        assert REFERENCES[topic] == sources(topic)[0]


def test_every_source_belongs_to_a_topic() -> None:
    assert {name for names in TOPICS.values() for name in names} == SOURCES.keys()


def test_a_source_is_said_to_be_read_only_where_it_has_an_address() -> None:
    read = [one for one in SOURCES.values() if one.verified]
    assert len(read) >= 9
    assert all(one.address.startswith("https://doi.org/10.") for one in read)


def test_a_source_without_doi_has_no_address() -> None:
    assert SOURCES["holm_1979"].address == ""
    assert SOURCES["farrar_2001"].address == "https://doi.org/10.1016/S0304-3959(01)00349-9"
