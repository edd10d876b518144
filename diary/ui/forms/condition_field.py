"""What a condition is: its group, a word of the pick list, or own words."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from diary.models.codes import CauseGroup
from diary.models.condition_list import BY_CODE, Listed, listed_in
from diary.ui.forms.ask import Ask, Values
from diary.ui.forms.choice_fields import ChipRow, option_words
from diary.ui.forms.field import LINE, Field
from diary.ui.forms.line_fields import Line
from diary.ui.parts.chip import Chip
from diary.ui.parts.painted import Label
from diary.wording import say


def condition_words(code: str) -> str:
    """A condition of the list, the plain word first, the medical one beside it."""
    medical = say(f"cause.{code}.medical")
    plain = say(f"cause.{code}")
    return say("form.plain_and_medical", plain=plain, medical=medical) if medical else plain


class ConditionField(Field):
    """Fills `label`, `code` and `group`; a word of the list that is written over becomes an own word."""

    def __init__(self, ask: Ask, label: str) -> None:
        super().__init__(ask, label)
        groups = [(str(one), option_words(one)) for one in CauseGroup]
        self.groups = ChipRow(groups, say("form.group"))
        self.picks = {group: self._picks_of(group) for group in CauseGroup}
        self.words = Line(say("form.own_condition"), LINE)
        self.words.setPlaceholderText(say("form.own_condition"))
        self._about = Label("", "note", "quiet", wrap=True)
        self._about.hide()
        for chip in self.groups.chips.values():
            chip.clicked.connect(self._on_group)
        self.words.textEdited.connect(self._on_words)
        self.setFocusProxy(self.groups)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.groups)
        for row in self.picks.values():
            column.addWidget(row)
        column.addWidget(self.words)
        column.addWidget(self._about)
        self._show_picks()

    def _picks_of(self, group: CauseGroup) -> ChipRow:
        row = ChipRow([(one.code, condition_words(one.code)) for one in listed_in(group)], self.label)
        for chip in row.chips.values():
            chip.clicked.connect(self._on_pick)
        row.hide()
        return row

    @property
    def group(self) -> CauseGroup | None:
        """The group chosen, or None."""
        keys = self.groups.keys
        return CauseGroup(keys[0]) if keys else None

    @property
    def picked(self) -> Listed | None:
        """The condition of the list whose word stands in the line, or None."""
        words = self.words.text().strip()
        keys = [] if self.group is None else self.picks[self.group].keys
        return BY_CODE[keys[0]] if keys and say(f"cause.{keys[0]}") == words else None

    def _show_picks(self) -> None:
        for group, row in self.picks.items():
            row.setVisible(group is self.group and bool(row.chips))
        picked = self.picked
        own_pain = picked is not None and picked.own_pain
        self._about.setText(say("form.own_pain") if own_pain else "")
        self._about.setVisible(own_pain)

    @Slot()
    def _on_group(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.groups.show_keys([chip.objectName()])
            self._show_picks()
            self.tell_changed()

    @Slot()
    def _on_pick(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip) and self.group is not None:
            on = chip.isChecked()
            self.picks[self.group].show_keys([chip.objectName()] if on else [])
            self.words.setText(say(f"cause.{chip.objectName()}") if on else "")
            self._show_picks()
            self.tell_changed()

    @Slot()
    def _on_words(self) -> None:
        if self.group is not None and self.picked is None:
            self.picks[self.group].show_keys([])
        self._show_picks()
        self.tell_changed()

    def values(self) -> dict[str, object]:
        """Label, code and group; own words without a group are of one not known."""
        label, picked = self.words.text().strip(), self.picked
        group = CauseGroup.UNKNOWN if label and self.group is None else self.group
        return {"label": label, "code": picked.code if picked else None, "group": group}

    def show_values(self, values: Values) -> None:
        """Shows a condition."""
        self._show(
            str(values.get("group") or ""), str(values.get("code") or ""), str(values.get("label") or "")
        )

    def _show(self, group: str, code: str, words: str) -> None:
        self.groups.show_keys([group])
        for row in self.picks.values():
            row.show_keys([code])
        self.words.setText(words)
        self._show_picks()

    def typed(self) -> object:
        """Group, code and words."""
        picked = self.picked
        typed = [str(self.group or ""), picked.code if picked else "", self.words.text()]
        return typed if any(typed) else None

    def show_typed(self, typed: object) -> None:
        """Shows group, code and words again."""
        group, code, words = typed if isinstance(typed, list) and len(typed) == 3 else ("", "", "")
        self._show(str(group), str(code), str(words))
