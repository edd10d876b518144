"""A form over an entry that cannot be read: nothing is written over it, and the person is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.errors import UnreadableError

if TYPE_CHECKING:
    from diary.ui.today.form_page import FormPage


def read_before(page: FormPage) -> UnreadableError | None:
    """Reads what the diary holds into the form's `before`, nothing where it cannot be read; that error."""
    page.before = {}
    try:
        page.before = page.read()
    except UnreadableError as error:
        return error
    return None


def let_write(page: FormPage, unreadable: UnreadableError | None) -> None:
    """Lets the form be filled and saved, unless it stands over an entry that cannot be read."""
    page.columns.setEnabled(unreadable is None)
    page.save_row.save.setEnabled(unreadable is None and not page.store.read_only)
    if unreadable is not None:
        page.tell(str(unreadable), "problem")
