"""The report as plain text: page one in its order, every number with its days."""

from __future__ import annotations

from diary.exchange.report.data import (
    BigNumber,
    Function,
    Head,
    Line,
    Lines,
    NowBefore,
    PageOne,
    Picture,
    ReportData,
    SmallLine,
    Trend,
    Where,
    content_hash,
)
from diary.exchange.report.digest import digest


def report_data() -> ReportData:
    """A short report with every part."""
    page = PageOne(
        head=Head(title="Pain diary report", period="25 Aug to 22 Nov 2026", length="90 days", who=("Anna",)),
        since=Lines(title="Since then:", lines=(Line(words="Pregabalin raised to 300 mg a day (14 Sep)."),)),
        complete=Lines(title="How complete:", lines=(Line(words="Day entry on 75 of 90 days."),)),
        now_before=NowBefore(
            title="Pain now against before",
            note="last 4 weeks (25 of 28 days)",
            numbers=(BigNumber(label="Average pain", number="4.9", after="was 5.6", notes=("13 % lower",)),),
        ),
        trend=Trend(
            title="Pain over time",
            caption="Line: daily average.",
            picture=Picture(key="trend", alt="Pain on average 5.4; 52 of 82 days.", width=527, height=134),
        ),
        where=Where(
            title="Where it hurts", places=Lines(title="", lines=(Line(head="left sole", words="6"),))
        ),
        helped=Lines(
            title="What helped", lines=(Line(head="Tramadol", note="31 doses", words="7 before, 4 after"),)
        ),
        tried=Lines(title="Tried before", none="Nothing written."),
        function=Function(
            title="Sleep", lines=(SmallLine(label="PEG", number="5.3", was="was 6.3", note="11 of 13 weeks"),)
        ),
        conditions=None,
        questions=Lines(title="My questions", lines=(Line(words="Can I lower it?"), Line(words="When?"))),
        limits=("Not a diagnosis.",),
    )
    return ReportData(
        language="en",
        paper="a4",
        large_print=False,
        since="2026-08-25",
        until="2026-11-22",
        page=page,
    )


def test_the_text_says_page_one_in_its_order() -> None:
    data = report_data()
    code = content_hash(data)[:16].upper()
    assert digest(data) == (
        "Pain diary report\nAnna\n25 Aug to 22 Nov 2026 (90 days)\n\n"
        "Since then: Pregabalin raised to 300 mg a day (14 Sep).\n"
        "How complete: Day entry on 75 of 90 days.\n"
        "Pain now against before: last 4 weeks (25 of 28 days)\n"
        "- Average pain: 4.9 was 5.6 (13 % lower)\n"
        "Pain over time: Pain on average 5.4; 52 of 82 days.\n\n"
        "Where it hurts\n- left sole: 6\n\n"
        "What helped\n- Tramadol, 31 doses: 7 before, 4 after\n\n"
        "Tried before\nNothing written.\n\n"
        "Sleep\n- PEG: 5.3, was 6.3 (11 of 13 weeks)\n\n"
        "My questions\n1. Can I lower it?\n2. When?\n\n"
        "Not a diagnosis.\n\n"
        f"content {code[:4]} {code[4:8]} {code[8:12]} {code[12:]}\n"
    )
