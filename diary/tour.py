"""Pictures of every page with a sample diary, and its report, made without a screen."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.diary_window import DiaryWindow
    from diary.ui.theme import Theme

WIDTH, HEIGHT = 1280, 800
PATIENCE_MS = 20_000
"""How long a page may take to show all it has."""

RAIL = ("today", "history", "trends", "body", "treatments", "story", "report", "settings")


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look at a page: the picture's ending, appearance and text size."""

    ending: str
    appearance: str
    scale: float


LOOKS = (Look("", "light", 1.0), Look("-dark", "dark", 1.0), Look("-large", "light", 2.0))


def tour(to: Path) -> Iterator[Path]:
    """Writes the pictures and the report into the folder `to`; gives each file as it is written."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from diary.tour_body import body_pictures
    from diary.ui.theme import Theme

    to.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(["tour"])
    assert isinstance(application, QApplication)  # nothing else was made in this process
    theme = Theme()
    theme.apply(application)
    sample = to / "sample.sqlite3"
    with tempfile.TemporaryDirectory() as room:
        sample.unlink(missing_ok=True)
        yield from _report(sample, to)
        yield from body_pictures(to)
        for look in LOOKS:
            theme.set_scale(look.scale)
            theme.set_appearance(look.appearance)
            yield _first_page(theme, Path(room), to / f"first-page{look.ending}.png")
            yield from _window(sample, Path(room), theme, to, look)
    sample.unlink()


def _report(sample: Path, to: Path) -> Iterator[Path]:
    from diary.exchange.demo import SAMPLE_DRAFT, demo
    from diary.exchange.report.choices import Annex, ReportChoices
    from diary.exchange.report.gather import gather
    from diary.exchange.report.typeset import typeset
    from diary.storage.diary import Diary

    demo(sample)
    diary = Diary(sample)
    diary.drop_draft(SAMPLE_DRAFT)
    try:
        choices = ReportChoices(since=diary.today() - timedelta(days=89), annex=tuple(Annex))
        (to / "report.pdf").write_bytes(typeset(gather(diary, choices), diary.now()))
    finally:
        diary.close()
    yield to / "report.pdf"


def _first_page(theme: Theme, room: Path, file: Path) -> Path:
    from diary.store.looks import Looks
    from diary.ui.first_run.page import FirstRunPage

    page = FirstRunPage(Looks(room / "looks.ini"), theme)
    page.resize(WIDTH, HEIGHT)
    page.show()
    _settle(lambda: True)
    _picture(page, file)
    _let_go(page)
    return file


def _window(sample: Path, room: Path, theme: Theme, to: Path, look: Look) -> Iterator[Path]:
    from diary.store.looks import Looks
    from diary.store.store import Store
    from diary.ui.diary_window import DiaryWindow

    looks = Looks(room / "looks.ini")
    looks.text_scale, looks.appearance = look.scale, look.appearance
    for name in ("today.pain_help", "today.day_help", "today.note_help"):
        looks.close_help(name)
    window = DiaryWindow(Store(sample, looks), theme)
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.store.open_now()
    for message in window.messages:
        window.close_message(message)  # the ribbon says already that it is a sample
    try:
        for name, is_there in _pages(window):
            _settle(is_there)
            file = to / f"{name}{look.ending}.png"
            _picture(window, file)
            yield file
    finally:
        _let_go(window)


def _pages(window: DiaryWindow) -> Iterator[tuple[str, Callable[[], bool]]]:
    """Opens one page after the other; each with how to tell that it shows all it has."""
    from diary.models.codes import Noun
    from diary.storage import queries
    from diary.ui.page import Page

    days = window.store.ask(queries.span)
    for name in RAIL:
        window.open_page(name)
        if name == "today" and days is not None:
            window.today.open_day(days[1])
        page = window.page(name)
        if name == "trends":
            yield from _faces(page)
        else:
            yield name, page.is_complete if isinstance(page, Page) else _at_once
    window.open_pain_now()
    yield "pain-now", _at_once
    window.close_aside()
    window.asides.open_record(Noun.TREATMENT, "", {})
    yield "treatment-form", _at_once
    window.close_aside()
    window.asides.open_questionnaire("peg")
    yield "questionnaire", _at_once
    window.close_aside()
    window.asides.open_one_question(window.today.hand_over())
    yield "one-question", _at_once
    window.close_aside()
    window.open_help()
    yield "help", _at_once
    window.close_aside()


def _faces(page: QWidget) -> Iterator[tuple[str, Callable[[], bool]]]:
    """Opens one face of Trends after the other, and the first again; each with all that is worked out."""
    from diary.ui.trends import faces
    from diary.ui.trends.page import TrendsPage

    assert isinstance(page, TrendsPage)  # the page of that name

    def is_there() -> bool:
        return page.is_complete() and (page.engine.is_idle or not page.face.uses_analysis)

    first, *others = faces.there()
    yield "trends", is_there
    for face in others:
        page.open_face(face)
        yield f"trends-{face}", is_there
    page.open_face(first)


def _at_once() -> bool:
    return True


def _settle(is_there: Callable[[], bool]) -> None:
    """Lets the event loop run until the page is there and has been laid out."""
    from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer

    clock = QElapsedTimer()
    clock.start()
    loop = QEventLoop()
    while True:
        QTimer.singleShot(150, loop.quit)
        loop.exec()  # unlike processEvents, it lets the thread work
        if is_there() or clock.elapsed() > PATIENCE_MS:
            return


def _let_go(window: QWidget) -> None:
    """Closes a window for good, before the next look dresses what is there anew."""
    from PySide6.QtCore import QCoreApplication, QEvent

    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _picture(widget: QWidget, file: Path) -> None:
    if not widget.grab().save(str(file)):
        raise OSError(f"the picture {file} could not be written")
