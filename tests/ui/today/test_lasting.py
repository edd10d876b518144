"""A place of the day can be a part of a lasting place, and stays so when it is carried over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.models.codes import EntryKind
from diary.models.records import Replace
from diary.models.rough import Rough
from diary.models.story import Site
from diary.storage import queries
from diary.ui.today.place import carried_places
from tests.ui.today.given import TODAY, mark

if TYPE_CHECKING:
    from diary.store.store import Store
    from diary.ui.today.page import TodayPage

SITES = (
    Site(uid="foot", name="My left foot", onset=Rough(2024, 3), position=1),
    Site(uid="hand", name="The hand"),
    Site(uid="old", name="Long gone", over=Rough(2020)),
)


def test_a_place_is_made_a_part_of_a_lasting_place_and_saved_so(store: Store, page: TodayPage) -> None:
    store.save([Replace(before=None, after=one) for one in SITES], text="given")
    mark(page, "thumb_p_R", "palm")
    uid = page.sitting.places[0].uid
    words = [one.text() for one in page.body.tabs.menu(uid).actions() if "“" in one.text()]
    assert words == ["Part of “The hand”", "Part of “My left foot”"]
    page.body.tabs.menu(uid).entry("site:foot").trigger()
    page.save()
    entry = store.ask(queries.entry_on, TODAY, EntryKind.DAY, store.author)
    assert entry is not None
    assert entry.areas[0].site == "foot"
    assert carried_places(entry, store.make_uid)[0].site == "foot"


def test_it_can_be_taken_out_again(store: Store, page: TodayPage) -> None:
    store.save([Replace(before=None, after=one) for one in SITES], text="given")
    mark(page, "thumb_p_R", "palm")
    uid = page.sitting.places[0].uid
    page.body.tabs.menu(uid).entry("site:foot").trigger()
    chosen = [one for one in page.body.tabs.menu(uid).actions() if one.isChecked() and "“" in one.text()]
    chosen[0].trigger()
    assert page.sitting.places[0].site is None
