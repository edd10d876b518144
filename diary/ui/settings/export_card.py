"""Taking the diary along: in which form, which days, and what private things go with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from diary.errors import DiaryError
from diary.ui.files import asked_folder, asked_new_file
from diary.ui.forms.ask import Ask, Way
from diary.ui.forms.field import UnclearError
from diary.ui.forms.line_fields import DateField
from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.settings.card import SettingsCard
from diary.ui.settings.export_job import ExportJob
from diary.wording import say

if TYPE_CHECKING:
    from datetime import date

    from diary.exchange.archive import Form, Wanted
    from diary.store.store import Store

WHOLE, PART = "whole", "part"

TICKS = ("name", "born", "private_places", "notes")
"""What of a part is ticked, as in `exchange.privacy.Privacy`."""

ICONS = {"everything": "save", "json": "export", "csv": "table", "fhir": "report", "drawings": "picture"}
"""The forms in the order of their buttons."""

LINE = 40
"""Height of a line to type in, px at 100 %."""

LOOK_MS = 150
"""How often it is looked at how far an export is."""


class ExportCard(SettingsCard):
    """Exports run in the store's thread; a diary that can only be read can leave as well."""

    def __init__(self, store: Store, *, parent: QWidget | None = None) -> None:
        super().__init__(say("archive.card"), say("archive.card_about"), parent=parent)
        self._store = store
        self._job: ExportJob | None = None
        self._waiting = ""
        self._warned = False
        self.what = SegmentedChoice(
            say("archive.what"), [(one, say(f"archive.what.{one}")) for one in (WHOLE, PART)], WHOLE
        )
        self.days: dict[str, DateField] = {}
        self.ticks = {name: QCheckBox(say(f"archive.tick.{name}")) for name in TICKS}
        self.buttons = {
            form: Button(say(f"archive.form.{form}"), icon, "small") for form, icon in ICONS.items()
        }
        self.part = QWidget()
        self.progress = Label("", "note", "quiet")
        self.cancel = Button(say("archive.cancel"), "close", "small")
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self.what.changed.connect(self._on_what)
        self.cancel.clicked.connect(self._on_cancel)
        for form, button in self.buttons.items():
            button.setProperty("form", form)
            button.clicked.connect(self._on_button)
        self.add(self.what)
        self.add(self.part)
        self.add(self._build_buttons())
        self.add(Label(say("archive.forms_about"), "note", "quiet", wrap=True))
        self.add(self._build_progress())
        self.part.hide()
        self._show_busy()

    def refresh(self) -> None:
        """Build what needs to know the day of now, once the diary is open."""
        if not self.days:
            self._build_part(self._store.today())

    def _build_part(self, today: date) -> None:
        for name in ("since", "until"):
            field = DateField(Ask(name=name, way=Way.DAY), say(f"archive.{name}"), today)
            field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.days[name] = field
        column = QVBoxLayout(self.part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Label(say("archive.days_about"), "note", "quiet", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for row, (name, field) in enumerate(self.days.items()):
            grid.addWidget(Label(say(f"archive.{name}")), row, 0)
            grid.addWidget(field, row, 1)
        column.addLayout(grid)
        column.addWidget(Label(say("archive.ticks_about"), "note", "quiet", wrap=True))
        for tick in self.ticks.values():
            column.addWidget(tick)
        self.restyle()

    def restyle(self) -> None:
        """Keep the lines of the days as high as what is typed in them."""
        super().restyle()
        for field in getattr(self, "days", {}).values():
            field.setMinimumHeight(self.theme.px(LINE))

    def _build_buttons(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, gap=8, line_gap=8)
        for button in self.buttons.values():
            flow.addWidget(button)
        return row

    def _build_progress(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.progress)
        row.addWidget(self.cancel)
        row.addStretch(1)
        return row

    @Slot(object)
    def _on_what(self, what: object) -> None:
        self.part.setVisible(what == PART)

    @Slot()
    def _on_button(self) -> None:
        self._begin(str(self.sender().property("form")))

    def _begin(self, form: str) -> None:
        """Ask where, once it was said what leaving means; the days come first, since they may be unclear."""
        try:
            self._wanted()
        except UnclearError as error:
            self.tell(str(error), "problem")
            return
        from diary.exchange.given import is_warned

        if not self._warned and not self._store.ask(is_warned):
            self._waiting = form
            self.tell(say("archive.warning"), action=say("archive.go_on"))
            if self.message is not None:
                self.message.acted.connect(self._on_go_on)
            return
        self._ask_where(form)

    @Slot()
    def _on_go_on(self) -> None:
        self._warned = True
        self.hush()
        self._ask_where(self._waiting)

    def _ask_where(self, form: str) -> None:
        from diary.exchange.archive import Form

        to = self._where(Form(form))
        if to is None:
            return
        self._job = ExportJob(self._store, Form(form), to, self._wanted(), warned=self._warned)
        self.hush()
        self._show_busy()
        self._store.run(self._job, self._on_done, self._on_problem)

    def _where(self, form: Form) -> Path | None:
        from diary.exchange.archive import ENDING

        name, title = say("settings.export_name", day=self._store.today()), say(f"archive.form.{form}")
        if not ENDING[form]:
            folder = asked_folder(self, self._store.looks, title)
            return None if folder is None else folder / say("archive.drawings_name", day=self._store.today())
        kind = say(f"archive.file_kind.{form}")
        return asked_new_file(self, self._store.looks, title, name, ENDING[form], kind)

    def _wanted(self) -> Wanted:
        """What is chosen; UnclearError where a day cannot be read, or the days run backwards."""
        from diary.exchange.archive import Wanted
        from diary.exchange.privacy import Privacy

        if self.what.value != PART:
            return Wanted()
        since, until = (self._day(name) for name in ("since", "until"))
        if since is not None and until is not None and since > until:
            raise UnclearError(say("report.backwards"))
        privacy = Privacy(**{name: tick.isChecked() for name, tick in self.ticks.items()})
        return Wanted(since=since, until=until, privacy=privacy)

    def _day(self, name: str) -> date | None:
        found: Any = self.days[name].values()[name]
        day: date | None = found
        return day

    # --- while it runs

    @Slot()
    def _on_look(self) -> None:
        if self._job is not None:
            self.progress.setText(say("archive.progress", n=int(100 * self._job.done)))

    @Slot()
    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.cancel.setEnabled(False)

    @Slot(object)
    def _on_done(self, told: tuple[str, str]) -> None:
        self._job = None
        self._show_busy()
        self.tell(*told)

    @Slot(object)
    def _on_problem(self, error: DiaryError) -> None:
        from diary.exchange.whole_file import CancelledError

        self._job = None
        self._show_busy()
        self.tell(str(error), "info" if isinstance(error, CancelledError) else "problem")

    def _show_busy(self) -> None:
        busy = self._job is not None
        for part in (*self.buttons.values(), self.what, self.part):
            part.setEnabled(not busy)
        self.cancel.setEnabled(busy)
        self.cancel.setVisible(busy)
        self.progress.setVisible(busy)
        self._on_look()
        if busy:
            self._look.start()
        else:
            self._look.stop()
